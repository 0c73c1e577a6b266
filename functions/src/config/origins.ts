import { z } from "zod";

/** The origins of pages inside an app: those come with the app, not over a network. */
const appOrigins: ReadonlySet<string> = new Set([
  "capacitor://localhost",
  "ionic://localhost",
  "tauri://localhost",
  "http://tauri.localhost",
]);

const isWebOrigin = (text: string, protocols: readonly string[]) =>
  URL.canParse(text) && new URL(text).origin === text && protocols.includes(new URL(text).protocol);

/** A list of exact origins, separated by commas, each over one of the protocols or an app's. */
export const originList = (protocols: readonly string[]): z.ZodType<string[], string> => {
  const origin = z
    .string()
    .refine((text) => !text.includes("*"), {
      abort: true,
      error:
        "must name every origin in full: a pattern such as https://*.example.com would let in pages that you do not know",
    })
    .refine(
      (text) => appOrigins.has(text) || isWebOrigin(text, protocols),
      `must be origins such as https://example.com or capacitor://localhost, over ${protocols.join(" or ").replaceAll(":", "")}, without a path`,
    );
  return z
    .string()
    .transform((text) => text.split(",").map((part) => part.trim()))
    .pipe(z.array(origin));
};
