import { element } from "./element";

/** Has the browser save a file. */
export function saveFile(file: Blob, name: string): void {
  const href = URL.createObjectURL(file);
  element("a", { href, download: name }).click();
  URL.revokeObjectURL(href);
}
