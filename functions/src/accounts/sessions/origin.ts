import type { Trace } from "../../activity/activity";

/** The origin of a request that begins or renews a session, as far as a session stores it. */
export interface Origin {
  /** Browser and system in words. */
  readonly device: string;
  readonly network: {
    /** The network's prefix. */
    readonly place: string;
  };
  /** The refresh token in the request's cookie: its session ends when another one begins. */
  readonly refreshToken?: string | undefined;
  /** What the trail says about the request; `undefined` where a change writes its own entry. */
  readonly trace?: Trace | undefined;
}
