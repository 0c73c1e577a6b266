/** Run as a process, for jose is an ES module: mutates ID tokens, and compares our verifier with jose. */
import { errors, jwtVerify } from "jose";
import { firebaseTokenVerifier } from "../../src/access/tokens/firebase-token-verifier";
import { googleSigningKeys } from "../../src/access/tokens/signing-keys";
import { answerParent } from "../instances/processes";
import { seeded } from "../seeded";
import { keyServer } from "./key-server";
import { projectId, testKey } from "./id-tokens";
import { tokenMutator } from "./mutations";
import { verdict } from "./verdict";

export interface Comparison {
  tried: number;
  /** How many our verifier took. */
  accepted: number;
  /** Tokens that ours takes and jose refuses, with jose's reason. */
  onlyOurs: { token: string; reason: string }[];
}

export interface FuzzCommands {
  compare(request: { seed: number; tokens: number }): Promise<Comparison>;
}

const key = testKey();
const now = Date.UTC(2026, 0, 1, 12);
const verifier = firebaseTokenVerifier({
  projectId,
  keys: googleSigningKeys({ fetch: keyServer(key).fetch, monotonicNow: () => 0 }),
  now: () => now,
});

/** Says why jose refuses a token; `undefined` when it does not. */
async function refusalOfJose(token: string): Promise<string | undefined> {
  const publicKey = ({ kid }: { kid?: string }) => {
    if (kid !== key.kid) throw new errors.JWKSNoMatchingKey();
    return key.publicKey;
  };
  try {
    await jwtVerify(token, publicKey, {
      algorithms: ["RS256"],
      issuer: `https://securetoken.google.com/${projectId}`,
      audience: projectId,
      requiredClaims: ["sub", "iat", "exp", "auth_time"],
      // Ours grants it to "iat" alone, never to "exp".
      clockTolerance: 60,
      currentDate: new Date(now),
    });
    return undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return error.message;
    throw error;
  }
}

/** Compares a number of mutated tokens, the same for the same seed. */
export async function compare({
  seed,
  tokens,
}: {
  seed: number;
  tokens: number;
}): Promise<Comparison> {
  const mutate = tokenMutator(seeded(seed), { key, now });
  const comparison: Comparison = { tried: 0, accepted: 0, onlyOurs: [] };
  for (; comparison.tried < tokens; comparison.tried += 1) {
    const token = mutate();
    if (typeof (await verdict(() => verifier.verify(token))) === "string") continue;
    comparison.accepted += 1;
    const reason = await refusalOfJose(token);
    if (reason !== undefined) comparison.onlyOurs.push({ token, reason });
  }
  return comparison;
}

const commands: FuzzCommands = { compare };

if (process.send) answerParent(commands);
