import { AuthError } from "../../src/errors";
import type { Account, AccountUpdate } from "../../src/identity/accounts";

/** A session as Firebase itself knows it: its refresh token. */
export interface FirebaseSession {
  readonly uid: string;
  /** The second (since 1970) that it began in, by Firebase Auth's clock. */
  readonly authTime: number;
  readonly generation: number;
}

/** Firebase Auth, as far as the protocol of changes sees it. */
export class AuthModel {
  private readonly accounts = new Map<string, Account>();

  /** @param seconds - its own clock, in seconds since 1970. */
  constructor(private readonly seconds: () => number) {}

  create(uid: string, account: Partial<Account> = {}): void {
    this.accounts.set(uid, {
      uid,
      email: `${uid}@example.com`,
      emailVerified: true,
      disabled: false,
      displayName: "",
      createdAt: this.seconds() * 1000,
      validSince: this.seconds(),
      providers: ["password"],
      claims: {},
      hasSecondFactor: false,
      secondFactors: [],
      lastSignInAt: null,
      lastSeenAt: null,
      asOf: 0,
      ...account,
    });
  }

  find(uid: string): Account | undefined {
    const account = this.accounts.get(uid);
    return account && { ...account, asOf: this.seconds() };
  }

  update(uid: string, changes: AccountUpdate): void {
    const account = this.accounts.get(uid);
    if (!account) throw new AuthError("user-not-found", "There is no such user.");
    const { claims, disabled, validSince, email, unlink = [] } = changes;
    this.accounts.set(uid, {
      ...account,
      ...(claims && { claims }),
      ...(disabled !== undefined && { disabled }),
      ...(validSince !== undefined && { validSince }),
      ...(email !== undefined && { email, emailVerified: false }),
      providers: account.providers.filter((provider) => !unlink.includes(provider)),
      // As Firebase does on its own for another password or address.
      ...((changes.password !== undefined || email !== undefined) && {
        validSince: Math.max(account.validSince, this.seconds()),
      }),
    });
  }

  /** What a provider's sign-in does that proves the address of an account. At worst Firebase takes nothing from whoever was there. */
  prove(uid: string, provider: string): void {
    const account = this.accounts.get(uid);
    if (!account) return;
    const providers = [...new Set([...account.providers, provider])];
    this.accounts.set(uid, { ...account, emailVerified: true, providers });
  }

  remove(uid: string): void {
    this.accounts.delete(uid);
  }

  /** Opens a session, as its own SDK does; `undefined` where Firebase refuses. */
  signIn(uid: string): FirebaseSession | undefined {
    const account = this.accounts.get(uid);
    if (!account || account.disabled) return undefined;
    return { uid, authTime: this.seconds(), generation: account.createdAt };
  }

  /** Says whether Firebase itself still renews a session. */
  renews({ uid, authTime, generation }: FirebaseSession): boolean {
    const account = this.accounts.get(uid);
    if (!account || account.disabled || account.createdAt !== generation) return false;
    return authTime >= account.validSince;
  }
}
