import type { ReplyOf } from "../../src/auth-service";
import { requireSignIn } from "../../src/access/guards";
import { renewToken } from "../../src/operations/sign-in/renew-token";
import type { AuthDTO } from "../../src/operation/replies";
import type { Ports } from "../../src/ports";
import type { StoredSession } from "../../src/sessions/stored-session";
import { clientWith } from "../client";
import { browserHeaders, type Somebody, somebody } from "./somebody";

export interface Renewing extends Somebody {
  session: AuthDTO;
  /** The second (since 1970) that it began in. */
  second: number;
  /** Renews by a refresh token, by default that of the sign-in. */
  show(refreshToken?: string, reached?: Ports, more?: object): Promise<ReplyOf<"renewToken">>;
  /** Renews while something happens, after the session was read and before it is written. */
  showWhile(happen: () => Promise<unknown>): Promise<ReplyOf<"renewToken">>;
  /** The session as it is stored. */
  found(): Promise<StoredSession | undefined>;
  /** What a request with the access token is refused with; `undefined` if it isn't. */
  refusal(): Promise<string | undefined>;
}

/** Somebody in memory who is signed in on one device, and whose session is renewed. */
export async function renewing(): Promise<Renewing> {
  const one = await somebody();
  const { id, ports, signIn } = one;
  const session = await signIn();
  const show = (refreshToken = session.refreshToken, reached: Ports = ports, more: object = {}) =>
    renewToken.perform({ refreshToken, ...more }, clientWith(undefined, browserHeaders), reached);

  return {
    ...{ ...one, session, show },
    second: Number.parseInt(session.sessionId),
    found: () => ports.sessions.find(id, session.sessionId),
    async refusal() {
      const decision = await ports.access.authorize(session.accessToken, requireSignIn());
      return decision.allowed ? undefined : decision.refusal.code;
    },
    showWhile: (happen: () => Promise<unknown>) =>
      show(session.refreshToken, {
        ...ports,
        signIn: {
          ...ports.signIn,
          async renew(refreshToken) {
            const renewed = await ports.signIn.renew(refreshToken);
            await happen();
            return renewed;
          },
        },
      }),
  };
}
