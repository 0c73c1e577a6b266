// One file without imports, so that it can be copied into an app.
/** What a sign-in or a renewal replies; `expiresIn` in seconds. */
export interface Tokens {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly refreshToken?: string;
  readonly customToken?: string;
}

/** Keeps an app's refresh token where there is no cookie, as in the system's key chain. `undefined` removes it. */
export interface TokenStore {
  read(): Promise<string | null | undefined> | string | null | undefined;
  write(refreshToken: string | undefined): Promise<unknown> | undefined;
}

/** `code`: why the session ended; `not-signed-in` where there was none, or the app ended it. */
export type SessionState =
  | { readonly status: "unknown" }
  | { readonly status: "signed-in"; readonly userId: string }
  | { readonly status: "signed-out"; readonly code: string };

/** Milliseconds: since 1970, and by a clock that nobody sets and that may sleep with the device. */
type Instant = readonly [wall: number, steady: number];

export interface SessionOptions {
  /** Where the HTTPS API is: `/api`, or a whole address. */
  readonly url: string;
  /** Default: the API's cookie. */
  readonly store?: TokenStore;
  /** Signs Firebase's SDK in as well, now and with each renewal: `(token) => signInWithCustomToken(auth, token)`. */
  readonly onCustomToken?: (customToken: string) => Promise<unknown>;
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly clock?: () => Instant;
}

/** The API's code; `unavailable` without an answer; `user-changed` where somebody else has signed in meanwhile. */
export class SessionError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export interface AppSession {
  /** The same object until it changes. */
  state(): SessionState;
  /** Hears of each change once. @returns stops it. */
  subscribe(listen: (state: SessionState) => void): () => void;
  /** Takes up what a sign-in has begun. */
  begin(access: Tokens): Promise<void>;
  /** Lets go of a session that the API has ended. */
  end(): Promise<void>;
  /** An access token that is good for a while. @throws {SessionError} */
  accessToken(): Promise<string>;
  /** Asks the API, and nobody else, as the user; again with a new token where one is refused. @throws {SessionError} */
  fetch(...asked: ConstructorParameters<typeof Request>): Promise<Response>;
}

/** Milliseconds: how long before its end a token is renewed; when the API is given up. */
const [margin, patience] = [60_000, 20_000];
/** After an ending a session is never renewed; all else is an outage. After a refusal another token may do. */
const endings = /^(not-signed-in|refresh-token-invalid|session-revoked|user-disabled)$/;
const refusals = /^(token-expired|token-invalid|session-revoked|user-disabled)$/;

const platformFetch = (request: Request) => fetch(request);
const platformClock = (): Instant => [Date.now(), performance.now()];
const read = (reply: Response): Promise<unknown> => reply.json().catch(() => null);
const isAccess = (body: unknown): body is Tokens =>
  typeof (body as Tokens | null | undefined)?.accessToken === "string";

/** Keeps an app's session with the HTTPS API: its access token in memory, renewed as needed. */
export function createSession(options: SessionOptions): AppSession {
  const { url, store, onCustomToken, fetch: send = platformFetch, clock = platformClock } = options;
  const base = new URL(url, (globalThis as { location?: { href: string } }).location?.href);
  const listeners = new Set<(state: SessionState) => void>();
  let state: SessionState = { status: "unknown" };
  let held: { token: string; endsIn: number; since: Instant } | undefined;
  let renewing: Promise<void> | undefined;
  let beating: ReturnType<typeof setInterval> | undefined;
  /** Grows when the app begins or ends a session: an answer to an earlier question is of no use then. */
  let turn = 0;
  const userId = () => (state.status === "signed-in" ? state.userId : undefined);
  function become(next: SessionState): void {
    state = next;
    listeners.forEach((listen) => listen(next));
  }

  async function take(access: Tokens, since: Instant): Promise<void> {
    const { accessToken: token, expiresIn, refreshToken, customToken } = access;
    held = { token, endsIn: expiresIn * 1000, since };
    const user = subjectOf(token);
    if (userId() !== user) become({ status: "signed-in", userId: user });
    if (store && refreshToken !== undefined) await store.write(refreshToken);
    if (!onCustomToken || customToken === undefined) return;
    // Firestore asks nobody before it uses its token, so that it is renewed unasked.
    beating ??= setInterval(() => void accessToken().catch(() => undefined), margin / 2);
    await onCustomToken(customToken);
  }

  function letGo(code: string): void {
    clearInterval(beating);
    held = beating = undefined;
    if (state.status !== "signed-out") become({ status: "signed-out", code });
  }

  /** By the clock that went further: one may be set back, the other may sleep. */
  function left(): number {
    if (!held) return 0;
    const [wall, steady] = clock();
    return held.endsIn - Math.max(wall - held.since[0], steady - held.since[1]);
  }

  /** @param reason - why it ended, where the API only says that nobody is signed in. */
  async function renew(reason: string): Promise<void> {
    const [since, asked] = [clock(), turn];
    const shown = (await store?.read()) ?? undefined;
    const wanted = { refreshToken: shown, customToken: onCustomToken && true };
    const body = store && !shown ? undefined : await post(wanted);
    if (turn !== asked) return;
    if (isAccess(body)) return take(body, since);
    const code = body === undefined ? reason : codeOf(body);
    if (!endings.test(code)) throw new SessionError(code);
    // Another process may have put a newer one there.
    if (shown !== undefined && (await store?.read()) !== shown) return renew(reason);
    if (turn !== asked) return;
    letGo(code);
    if (shown !== undefined) await store?.write(undefined);
    throw new SessionError(code);
  }

  /** @returns `undefined` where nobody is signed in. */
  async function post(json: object): Promise<unknown> {
    const request = new Request(`${base.href.replace(/\/$/, "")}/auth/refresh`, {
      ...{ method: "POST", body: JSON.stringify(json), cache: "no-store" },
      headers: { "content-type": "application/json" },
      credentials: store ? "omit" : "include",
      signal: AbortSignal.timeout(patience),
    });
    const reply = await send(request).catch(() => null);
    return reply?.status === 204 ? undefined : reply && read(reply);
  }

  /** @param refused - a token that is not taken any more, and why. */
  async function accessToken(refused?: { token: string; code: string }): Promise<string> {
    const user = userId();
    if (refused && held?.token === refused.token) held = undefined;
    if (left() > margin && held) return held.token;
    const reason = endings.exec(refused?.code ?? "")?.[0] ?? "not-signed-in";
    // One renewal for all that wait.
    renewing ??= renew(reason).finally(() => (renewing = undefined));
    await renewing.catch((error: unknown) => {
      if (left() <= 0) throw error;
    });
    if (!held) throw new SessionError("not-signed-in");
    if (user !== undefined && user !== userId()) throw new SessionError("user-changed");
    return held.token;
  }

  return {
    state: () => state,
    subscribe(listen) {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
    begin(access) {
      turn += 1;
      return take(access, clock());
    },
    async end() {
      turn += 1;
      letGo("not-signed-in");
      await store?.write(undefined);
    },
    accessToken: () => accessToken(),
    async fetch(...asked) {
      const request = new Request(...asked);
      if (new URL(request.url).origin !== base.origin) throw new TypeError("Not the API's origin.");
      const as = (token: string) => {
        request.headers.set("authorization", `Bearer ${token}`);
        return send(request.clone());
      };
      const token = await accessToken();
      const reply = await as(token);
      const code = reply.ok ? "" : codeOf(await read(reply.clone()));
      return refusals.test(code) ? as(await accessToken({ token, code })) : reply;
    },
  };
}

/** What answers without a code is not the API, but something before it that can't reach it. */
function codeOf(body: unknown): string {
  const { error } = (body ?? {}) as { error?: { details?: { code?: string } } };
  return error?.details?.code ?? "unavailable";
}

function subjectOf(token: string): string {
  const payload = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
  return (JSON.parse(atob(payload)) as { sub: string }).sub;
}
