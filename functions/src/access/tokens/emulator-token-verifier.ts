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

/**
 * Stops a deployed function that was told to use the Auth emulator: it would take unsigned tokens.
 *
 * @param environment - usually `process.env`. Cloud Run sets `K_SERVICE`, and so does the Functions
 *   emulator, which sets `FUNCTIONS_EMULATOR` to "true" as well.
 * @throws {Error} naming the variable.
 */
export function refuseEmulatorWhenDeployed(
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const deployed = environment.K_SERVICE !== undefined && environment.FUNCTIONS_EMULATOR !== "true";
  if (deployed && environment.FIREBASE_AUTH_EMULATOR_HOST !== undefined) {
    throw new Error(
      "FIREBASE_AUTH_EMULATOR_HOST is set in a deployed function, which would make it take unsigned tokens. Remove it.",
    );
  }
}
