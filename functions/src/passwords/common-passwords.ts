import { dictionary } from "@zxcvbn-ts/language-common";

/** Some 49,000 of the most common passwords, in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(
  dictionary["passwords-common"].map((password) => password.toLowerCase()),
);
