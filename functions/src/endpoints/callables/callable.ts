import { type CallableFunction, type CallableOptions, onCall } from "firebase-functions/https";
import type { Operation } from "../../operation/operation";
import type { Ports } from "../../ports";
import { bearerToken } from "../../access/bearer";
import { ports as realPorts } from "../../composition";
import { AuthError } from "../../errors";
import { toHttpsError } from "../wire";

type HttpRequest = Parameters<CallableFunction<unknown, Promise<unknown>>>[0];

/** What was in a request before it was handed to the SDK. */
interface Letter {
  data: unknown;
  authorization: string | undefined;
  acceptLanguage: string | undefined;
}

const letters = new WeakMap<object, Letter | AuthError>();

/**
 * Serves an operation as a v2 callable, behind our own door. The door takes body and token out of the
 * request before the SDK sees them, so that the SDK logs no body (it does when `data` is missing or holds
 * "@type", passwords and all), does not check the signature a second time, and never answers without a
 * code of ours. CORS and the reply stay the SDK's.
 */
export function callable(
  operation: Operation,
  options: CallableOptions = {},
  ports: () => Ports = realPorts,
): CallableFunction<unknown, Promise<unknown>> {
  const served = onCall<unknown, Promise<unknown>>(options, async ({ rawRequest }) => {
    try {
      const letter = letters.get(rawRequest);
      if (!letter || letter instanceof AuthError) throw letter ?? new TypeError("no door");
      const token = bearerToken(letter.authorization);
      const { data, acceptLanguage } = letter;
      return await operation.perform(data, { token, acceptLanguage }, ports());
    } catch (error) {
      throw toHttpsError(error);
    }
  });
  const door: typeof served = Object.assign(
    (request: HttpRequest, response: Parameters<typeof served>[1]) => {
      if (request.method !== "OPTIONS") takeOut(request);
      return served(request, response);
    },
    served,
  );
  return door;
}

/** Leaves the SDK a request that is well-formed and empty. */
function takeOut(request: HttpRequest): void {
  letters.set(request, read(request));
  request.method = "POST";
  request.headers["content-type"] = "application/json";
  delete request.headers.authorization;
  request.body = { data: null };
}

function read({ method, headers, body }: HttpRequest): Letter | AuthError {
  if (method !== "POST") return new AuthError("method-not-allowed", "A callable takes POST.");
  const sent: unknown = body;
  if (typeof sent !== "object" || sent === null || !Object.hasOwn(sent, "data")) {
    return new AuthError("invalid-request", 'request: must be JSON of the form {"data": …}');
  }
  return {
    data: (sent as { data: unknown }).data,
    authorization: headers.authorization,
    acceptLanguage: headers["accept-language"],
  };
}
