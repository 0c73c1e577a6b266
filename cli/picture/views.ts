/** A page as a picture shows it. */
export interface ShownView {
  readonly path: string;
  /** What it shows once it is whole. */
  readonly heading: string;
  readonly colorScheme: "light" | "dark";
  /** Whether somebody is signed in. */
  readonly session: boolean;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The pictures of README and docs: what is in each, from left to right, and how large each page is. */
export const pictures = {
  pages: {
    size: { width: 380, height: 660 },
    views: [
      { path: "/", heading: "Sign in", colorScheme: "light", session: false },
      { path: "/#register", heading: "Create an account", colorScheme: "light", session: false },
      { path: "/#security", heading: "Security", colorScheme: "dark", session: true },
    ],
  },
  console: {
    size: { width: 600, height: 760 },
    views: [
      { path: "/admin#mail", heading: "Mail", colorScheme: "light", session: true },
      { path: "/admin#system", heading: "System", colorScheme: "dark", session: true },
    ],
  },
} as const satisfies Record<string, { size: Size; views: readonly ShownView[] }>;

export type PictureName = keyof typeof pictures;

export const pictureNames = Object.keys(pictures) as PictureName[];
