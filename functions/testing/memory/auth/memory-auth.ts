import { AuthError } from "../../../src/errors";
import type { Account, AccountUpdate, NewAccount } from "../../../src/identity/accounts";
import type { Session } from "../../../src/identity/sign-in";
import { AuthModel, type FirebaseSession } from "../../explorer/auth-model";
import { unsignedIdToken } from "../../tokens/id-tokens";

/** Firebase Auth in memory: accounts as the explorer models them, with what one signs in by. */
export class MemoryAuth {
  private readonly model: AuthModel;
  private readonly passwords = new Map<string, string>();
  private readonly uids = new Set<string>();
  private readonly sessions = new Map<string, FirebaseSession>();

  /** @param seconds - its own clock, in seconds since 1970. */
  constructor(
    private readonly projectId: string,
    readonly seconds: () => number,
  ) {
    this.model = new AuthModel(seconds);
  }

  find(uid: string): Account | undefined {
    return this.model.find(uid);
  }

  findByEmail(email: string): Account | undefined {
    return this.all().find((account) => account.email === email);
  }

  findByProvider(provider: string, subject: string): Account | undefined {
    return this.all().find(({ providers }) => providers.includes(`${provider} ${subject}`));
  }

  create({ uid, email, password, displayName }: NewAccount): void {
    if (this.find(uid) || this.findByEmail(email)) throw new AuthError("email-exists");
    if (password !== undefined) this.checkPassword(password);
    const providers = password === undefined ? { providers: [] } : {};
    this.model.create(uid, { email, emailVerified: false, displayName, ...providers });
    this.uids.add(uid);
    if (password !== undefined) this.passwords.set(uid, password);
  }

  /** Makes an account without a password. */
  createFor(uid: string, account: Partial<Account>): void {
    this.model.create(uid, account);
    this.uids.add(uid);
  }

  update(uid: string, changes: AccountUpdate): void {
    const { email, emailVerified, password, displayName, unlink = [] } = changes;
    const owner = email === undefined ? undefined : this.findByEmail(email);
    if (owner && owner.uid !== uid) throw new AuthError("email-exists");
    if (password !== undefined) this.checkPassword(password);
    this.model.update(uid, changes);
    if (emailVerified) this.set(uid, { emailVerified });
    if (displayName !== undefined) this.set(uid, { displayName: displayName ?? "" });
    if (password !== undefined) this.passwords.set(uid, password);
    for (const way of unlink) this.unlink(uid, way);
    if (password !== undefined) this.link(uid, "password");
  }

  /** Sets what only Firebase itself can. */
  set(uid: string, fields: Partial<Account>): void {
    const account = this.find(uid);
    if (account) this.model.create(uid, { ...account, ...fields });
  }

  link(uid: string, provider: string): void {
    const providers = this.find(uid)?.providers ?? [];
    this.set(uid, { providers: [...new Set([...providers, provider])] });
  }

  unlink(uid: string, way: string): void {
    const providers = this.find(uid)?.providers ?? [];
    this.set(uid, { providers: providers.filter((provider) => provider.split(" ")[0] !== way) });
    if (way === "password") this.passwords.delete(uid);
  }

  remove(uid: string): void {
    this.model.remove(uid);
    this.uids.delete(uid);
    this.passwords.delete(uid);
  }

  isPassword(uid: string, password: string): boolean {
    return this.passwords.get(uid) === password;
  }

  /** Opens a session. */
  open(uid: string): Session {
    const session = this.model.signIn(uid);
    if (!session) throw new AuthError("user-disabled");
    const refreshToken = `firebase-${uid}-${this.sessions.size}`;
    this.sessions.set(refreshToken, session);
    this.set(uid, { lastSignInAt: this.seconds() * 1000, lastSeenAt: this.seconds() * 1000 });
    return this.tokens(session, refreshToken);
  }

  renew(refreshToken: string): Session {
    const session = this.sessions.get(refreshToken);
    if (!session) throw new AuthError("refresh-token-invalid");
    if (this.find(session.uid)?.disabled) throw new AuthError("user-disabled");
    if (!this.model.renews(session)) throw new AuthError("session-revoked");
    return this.tokens(session, refreshToken);
  }

  private tokens({ uid, authTime }: FirebaseSession, refreshToken: string): Session {
    const { email, emailVerified, claims } = this.find(uid)!;
    const role = typeof claims.role === "string" ? claims.role : null;
    const idToken = unsignedIdToken({
      ...{ iss: `https://securetoken.google.com/${this.projectId}`, aud: this.projectId },
      ...{ sub: uid, user_id: uid, auth_time: authTime },
      ...{ email: email ?? undefined, email_verified: emailVerified },
      role: role ?? undefined,
    });
    const expiresIn = 3600;
    const expiresAt = this.seconds() + expiresIn;
    return { uid, idToken, refreshToken, expiresIn, expiresAt, authTime, role };
  }

  private checkPassword(password: string): void {
    if (password.length < 6) throw new AuthError("weak-password");
  }

  private all(): Account[] {
    return [...this.uids].flatMap((uid) => this.find(uid) ?? []);
  }
}
