import { createHash } from "node:crypto";

/** Passwords that are known from data breaches. */
export interface BreachedPasswords {
  /** Says whether a password is known. Without an answer in time: `false`. */
  includes(password: string): Promise<boolean>;
}

export interface BreachedPasswordsOptions {
  /** The base URL of the range API. Default: https://api.pwnedpasswords.com */
  url?: string;
  /** Milliseconds after which the question is given up. Default 1 000. */
  timeout?: number;
  /** Called when there was no answer, so that a password was accepted unchecked. */
  unanswered?: (cause: unknown) => void;
}

/** The reply to one question is about 40 kB; a far longer one is not read completely. */
const longestReply = 1_000_000;

/**
 * Asks the range API of Have I Been Pwned. By k-anonymity: five hexadecimal digits of the SHA-1 digest
 * leave the server, and the reply is padded, so that not even its size reveals anything.
 * https://haveibeenpwned.com/API/v3#SearchingPwnedPasswordsByRange
 */
export function breachedPasswords({
  url = "https://api.pwnedpasswords.com",
  timeout = 1_000,
  unanswered = () => undefined,
}: BreachedPasswordsOptions = {}): BreachedPasswords {
  async function range(prefix: string): Promise<string> {
    const response = await fetch(new URL(`/range/${prefix}`, url), {
      headers: { "Add-Padding": "true", "User-Agent": "firebase-auth-backend" },
      redirect: "error",
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) throw new Error(`The range API answered with status ${response.status}.`);
    const text = await response.text();
    if (text.length > longestReply) throw new Error("The range API's reply is too long.");
    return text;
  }

  return {
    async includes(password) {
      const digest = createHash("sha1").update(password).digest("hex").toUpperCase();
      try {
        const lines = (await range(digest.slice(0, 5))).split(/\r?\n/);
        const line = lines.find((text) => text.toUpperCase().startsWith(`${digest.slice(5)}:`));
        // Lines that pad the reply have a count of 0.
        return line !== undefined && Number(line.slice(line.indexOf(":") + 1)) > 0;
      } catch (cause) {
        unanswered(cause);
        return false;
      }
    },
  };
}
