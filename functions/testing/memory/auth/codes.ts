import { randomUUID } from "node:crypto";
import { AuthError } from "../../../src/errors";
import type { ActionCodes, ActionMode } from "../../../src/identity/action-codes";
import type { MemoryAuth } from "./memory-auth";

interface Issued {
  uid: string;
  mode: ActionMode;
  email: string | null;
  newEmail: string | undefined;
  /** Milliseconds since 1970. */
  at: number;
}

/** The codes in links, each good once. */
export class MemoryCodes implements ActionCodes {
  private readonly issued = new Map<string, Issued>();

  constructor(private readonly auth: MemoryAuth) {}

  /** Makes a code. */
  issue(uid: string, mode: ActionMode, newEmail?: string): string {
    const code = randomUUID();
    const email = this.auth.find(uid)?.email ?? null;
    this.issued.set(code, { uid, mode, email, newEmail, at: Date.now() });
    return code;
  }

  /** When a code was made, in milliseconds since 1970. */
  issuedAt(code: string): number | undefined {
    return this.issued.get(code)?.at;
  }

  check(code: string): ReturnType<ActionCodes["check"]> {
    const issued = this.issued.get(code);
    if (!issued) return Promise.reject(new AuthError("action-code-invalid"));
    const { mode, email, newEmail } = issued;
    return Promise.resolve(
      newEmail === undefined
        ? { mode, email, previousEmail: null }
        : { mode, email: newEmail, previousEmail: email },
    );
  }

  async resetPassword(code: string, newPassword: string): Promise<void> {
    const { uid } = this.use(code, (mode) => mode === "resetPassword");
    this.auth.update(uid, { password: newPassword });
    this.auth.set(uid, { emailVerified: true });
    this.issued.delete(code);
    return Promise.resolve();
  }

  async apply(code: string): Promise<string> {
    const { uid, newEmail } = this.use(code, (mode) => mode !== "resetPassword");
    if (newEmail !== undefined) this.auth.update(uid, { email: newEmail });
    this.auth.set(uid, { emailVerified: true });
    this.issued.delete(code);
    return Promise.resolve(uid);
  }

  private use(code: string, isFor: (mode: ActionMode) => boolean): Issued {
    const issued = this.issued.get(code);
    if (!issued || !isFor(issued.mode)) throw new AuthError("action-code-invalid");
    return issued;
  }
}
