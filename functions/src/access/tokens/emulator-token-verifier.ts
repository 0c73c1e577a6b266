import type { TokenVerifier } from "../token-verifier";
import { type ClaimsOptions, claimsReader } from "./claims";
import { limitLength, parseJwt } from "./jwt";
import { invalid } from "./refusals";

/**
 * Verifies the Auth emulator's ID tokens. They are unsigned, so anybody can make one: this is for the
 * local stack alone. Claims are read as strictly as Google's.
 */
export function emulatorTokenVerifier(options: ClaimsOptions): TokenVerifier {
  const readClaims = claimsReader(options);
  return {
    verify(token) {
      limitLength(token);
      const { header, claims, signature } = parseJwt(token);
      if (header.alg !== "none" || signature.length > 0) {
        throw invalid("it is not one of the Auth emulator's");
      }
      return readClaims(claims);
    },
  };
}

/** Variables that are the local stack's alone: with any of them, a deployed function would trust what anybody can make. */
const localOnly = [
  "FIREBASE_AUTH_EMULATOR_HOST",
  "FIRESTORE_EMULATOR_HOST",
  "CLOUD_TASKS_EMULATOR_HOST",
  "FUNCTIONS_EMULATOR",
] as const;

/**
 * Stops a deployed function whose environment says that it is on the local stack: it would accept unsigned tokens.
 *
 * @param environment - usually `process.env`. A `.env` file can set none of `K_SERVICE`, `K_REVISION` and
 *   `K_CONFIGURATION`. Cloud Run sets them all; the Functions emulator has no configuration, and revision "1".
 * @throws {Error} naming the variable.
 */
export function refuseEmulatorWhenDeployed(
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const { K_SERVICE, K_REVISION = "1", K_CONFIGURATION, FUNCTIONS_EMULATOR } = environment;
  const deployed =
    K_CONFIGURATION !== undefined ||
    K_REVISION !== "1" ||
    (K_SERVICE !== undefined && FUNCTIONS_EMULATOR !== "true");
  const set = deployed && localOnly.find((name) => environment[name] !== undefined);
  if (set) {
    throw new Error(
      `${set} is set in a deployed function, which would make it take unsigned tokens. Remove it.`,
    );
  }
}
