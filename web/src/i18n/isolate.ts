/** Keeps the direction of a sentence from mixing with that of what stands in it, an address for one. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
