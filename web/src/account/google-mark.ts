const namespace = "http://www.w3.org/2000/svg";

/** The four strokes of Google's mark, whose colours and shape its branding rules fix. */
const strokes = [
  [
    "#4285F4",
    "M22.56 12.25c0-.78-.07-1.53-.2-2.25H12v4.26h5.92a5.06 5.06 0 0 1-2.2 3.32v2.77h3.57c2.08-1.92 3.27-4.74 3.27-8.1z",
  ],
  [
    "#34A853",
    "M12 23c2.97 0 5.46-.98 7.28-2.66l-3.57-2.77c-.98.66-2.23 1.06-3.71 1.06-2.86 0-5.29-1.93-6.16-4.53H2.18v2.84A11 11 0 0 0 12 23z",
  ],
  ["#FBBC05", "M5.84 14.1a6.6 6.6 0 0 1 0-4.2V7.06H2.18a11 11 0 0 0 0 9.88l3.66-2.84z"],
  [
    "#EA4335",
    "M12 5.38c1.62 0 3.06.56 4.21 1.64l3.15-3.15A11 11 0 0 0 2.18 7.06l3.66 2.84C6.71 7.3 9.14 5.38 12 5.38z",
  ],
] as const;

/** Draws Google's mark. */
export function googleMark(): SVGElement {
  const mark = document.createElementNS(namespace, "svg");
  mark.setAttribute("viewBox", "0 0 24 24");
  mark.setAttribute("aria-hidden", "true");
  for (const [fill, d] of strokes) {
    const path = mark.appendChild(document.createElementNS(namespace, "path"));
    path.setAttribute("fill", fill);
    path.setAttribute("d", d);
  }
  return mark;
}
