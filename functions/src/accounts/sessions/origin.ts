import type { Trace } from "../../activity/activity";

/** Where a request came from that begins or renews a session, as far as a session remembers it. */
export interface Origin {
  /** Browser and system in words. */
  readonly device: string;
  readonly network: {
    /** The network's prefix. */
    readonly place: string;
  };
  /** The refresh token that came along where the transport keeps one: its session ends when another one begins. */
  readonly refreshToken?: string | undefined;
  /** What the trail says of the request; nothing where it comes with a change that says so itself. */
  readonly trace?: Trace | undefined;
}
