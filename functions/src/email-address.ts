/**
 * Lower-cases A–Z and nothing else: `toLowerCase` would also turn look-alikes such as U+212A, the Kelvin
 * sign, into letters, and so one account's address into another's.
 */
export function lowerCased(address: string): string {
  if (!/[A-Z]/.test(address)) return address;
  return address.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
