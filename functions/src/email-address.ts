/**
 * Folds A–Z to lower case and nothing else: `toLowerCase` also turns look-alikes such as U+212A, the
 * Kelvin sign, into letters, and so one account's address into another's.
 */
export function lowerCased(address: string): string {
  return address.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
