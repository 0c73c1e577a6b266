/** The project's rule for a password that is set. The API has the last word, for Firebase may have a stricter policy. */
export function keepsRule({ length }: string): boolean {
  return length >= 8 && length <= 4096;
}
