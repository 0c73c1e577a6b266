import { settings } from "../settings";

/** The project's rule for a password that is set. The API has the last word, for it also knows what everybody chooses. */
export const shortest = settings.passwordMinLength;
const longest = 4096;

/** Characters as people count them, or nearly: an emoji is one and not two. */
export function lengthOf(password: string): number {
  return Array.from(password).length;
}

export function keepsRule(password: string): boolean {
  return lengthOf(password) >= shortest && password.length <= longest;
}
