import { verify as verifySignature } from "node:crypto";
import { createLocalJWKSet, jwtVerify } from "jose";
import { firebaseTokenVerifier } from "../functions/src/access/tokens/firebase-token-verifier";
import { googleSigningKeys } from "../functions/src/access/tokens/signing-keys";
import {
  projectId,
  signIdToken,
  testKey,
  type TestKey,
} from "../functions/testing/tokens/id-tokens";
import { type Report, round } from "./report";
import { interleave, type SamplingOptions } from "./sample";
import { deleteApp, getAuth, initializeApp } from "../functions/testing/instances/firebase-admin";

/** Benchmark (a): what one check of a token costs, its signature included. */
export async function checks(quick: boolean): Promise<Report> {
  const sampling: SamplingOptions = quick
    ? { rounds: 50, iterations: 50 }
    : { rounds: 300, iterations: 50 };
  const key = testKey();
  const token = signIdToken({}, { key });
  const ours = firebaseTokenVerifier({ projectId, keys: publishing(key) });
  const uncached = firebaseTokenVerifier({ projectId, keys: publishing(key), maxRemembered: 1 });
  await ours.verify(token);
  await uncached.verify(token);
  const others = [token, signIdToken({ sub: "eve" }, { key })];
  let turn = 0;

  const admin = initializeApp({ projectId }, "checks");
  const adminAuth = withKeys(getAuth(admin), key);
  const jwks = createLocalJWKSet({ keys: [key.jwk] });
  const expected = { issuer: `https://securetoken.google.com/${projectId}`, audience: projectId };
  const [input, signature] = signedParts(token);

  const medians = await interleave(
    [
      {
        name: "crypto.verify alone",
        run: () => verifySignature("sha256", input, key.publicKey, signature),
      },
      {
        name: "ours, a new token",
        // With room for one, the cache has forgotten the other of two tokens each time.
        run: () => uncached.verify(others[(turn += 1) % 2] ?? token),
      },
      { name: "ours, a token seen before", run: () => ours.verify(token) },
      { name: "firebase-admin verifyIdToken", run: () => adminAuth.verifyIdToken(token) },
      { name: "jose jwtVerify", run: () => jwtVerify(token, jwks, expected) },
    ],
    sampling,
  );
  await deleteApp(admin);

  const microseconds = (name: string) => medians.get(name) ?? NaN;
  const floor = microseconds("crypto.verify alone");
  const fresh = microseconds("ours, a new token") / floor;
  const seen = microseconds("ours, a token seen before");
  return {
    title: "(a) One check of a token, on one core",
    notes: ["Medians of rounds that take turns. All keys at hand; nobody asks Google."],
    rows: [...medians].map(([name, value]) => ({
      check: name,
      µs: round(value),
      "× crypto.verify": round(value / floor),
    })),
    targets: [
      { aim: "a new token ≤ 1.2 × crypto.verify", found: `${round(fresh)} ×`, met: fresh <= 1.2 },
      { aim: "a seen token ≤ 1 µs", found: `${round(seen)} µs`, met: seen <= 1 },
    ],
  };
}

const publishing = (key: TestKey) =>
  googleSigningKeys({
    fetch: () =>
      Promise.resolve(
        Response.json({ keys: [key.jwk] }, { headers: { "cache-control": "max-age=21600" } }),
      ),
  });

function signedParts(token: string): [Buffer, Buffer] {
  const end = token.lastIndexOf(".");
  return [Buffer.from(token.slice(0, end)), Buffer.from(token.slice(end + 1), "base64url")];
}

/** Gives the Admin SDK its keys in place of those that it would fetch from Google. */
function withKeys<Auth extends object>(auth: Auth, { kid, publicKey }: TestKey): Auth {
  const pem = publicKey.export({ type: "spki", format: "pem" }) as string;
  const { idTokenVerifier } = auth as unknown as {
    idTokenVerifier: { signatureVerifier: { keyFetcher: object } };
  };
  idTokenVerifier.signatureVerifier.keyFetcher = {
    fetchPublicKeys: () => Promise.resolve({ [kid]: pem }),
  };
  return auth;
}
