import type { Caller } from "../access/caller";
import type { Trace } from "../activity/activity";
import type { ClientNetwork } from "../network/client-network";
import { deviceOf } from "../sessions/device";

/** Reads a header of a request by its name, in lower case; one that was sent more than once is one text with commas. */
export type ReadHeader = (name: string) => string | undefined;

/**
 * Where a request came from, as far as it is known. A client chooses its headers, so none of this proves anything.
 */
export interface Requester {
  /** The header `Accept-Language`, for mails to somebody who never chose a language. */
  readonly acceptLanguage: string | undefined;
  /** Browser and system in words: "Chrome on macOS". */
  readonly device: string;
  readonly network: ClientNetwork;
  /** The request's id in the log; empty for code on the server. */
  readonly requestId: string;
  /** The refresh token that came along in a cookie: its session ends when another one begins. */
  readonly refreshToken: string | undefined;
}

/** Code on the server, of whose own callers nothing is known here. */
export const server: Requester = {
  acceptLanguage: undefined,
  device: "Server",
  network: { key: undefined, place: "" },
  requestId: "",
  refreshToken: undefined,
};

/** The parts of a request that say where it came from. */
interface RequestParts {
  readonly header: ReadHeader;
  readonly requestId: string;
  readonly refreshToken?: string | undefined;
}

/** Reads what the headers of a request say of where it came from. */
export function requesterOf(
  { header, requestId, refreshToken }: RequestParts,
  networkOf: (forwardedFor: string | undefined) => ClientNetwork,
): Requester {
  return {
    acceptLanguage: header("accept-language"),
    get device() {
      return deviceOf(header("user-agent"));
    },
    network: networkOf(header("x-forwarded-for")),
    requestId,
    refreshToken,
  };
}

/** What a request for an operation says of itself in the trail. */
export function traceOf(
  action: string,
  caller: Caller,
  { device, network, requestId }: Requester,
): Trace {
  const by = caller.kind === "user" ? caller.userId : null;
  return { action, by, device, place: network.place, requestId };
}
