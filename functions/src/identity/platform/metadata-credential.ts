import type { Credential } from "firebase-admin/app";
import { unavailable } from "../../errors";
import { get } from "../../http/http-post";

export interface MetadataOptions {
  /** `host` or `host:port` of the metadata server. Default: Google Cloud's. */
  host?: string | undefined;
  /** Milliseconds before a call is given up. Default 5 000. */
  timeout?: number;
}

/** What the server wants of a client, and says of itself. */
const flavor = { "metadata-flavor": "Google" };

/**
 * The service account of the platform that runs this code.
 * https://docs.cloud.google.com/compute/docs/metadata/overview
 */
export function metadataCredential({
  host = "metadata.google.internal",
  timeout = 5_000,
}: MetadataOptions = {}): Credential {
  const url = new URL(`http://${host}/computeMetadata/v1/instance/service-accounts/default/token`);
  return {
    /** @throws {AuthError} `unavailable`. */
    async getAccessToken() {
      const { status, body, headers } = await get(url, timeout, flavor);
      const isGoogle = headers?.["metadata-flavor"] === "Google";
      if (status !== 200 || !isGoogle || !isToken(body)) {
        throw unavailable("Google's token service", { status });
      }
      return body;
    },
  };
}

function isToken(body: unknown): body is { access_token: string; expires_in: number } {
  const { access_token: token, expires_in: seconds } = (body ?? {}) as Record<string, unknown>;
  return typeof token === "string" && typeof seconds === "number";
}
