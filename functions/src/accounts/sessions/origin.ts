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
  /**
   * What an earlier sign-in gave the device, where the owner is told of a sign-in on one that has nothing genuine of this
   * account. Absent where there is nothing to tell: the sign-in that made the account, the first one after an invitation, or one that
   * follows from a change.
   */
  readonly known?: { readonly deviceToken: string | undefined } | undefined;
  /** What the trail says about the request; `undefined` where a change writes its own entry. */
  readonly trace?: Trace | undefined;
}
