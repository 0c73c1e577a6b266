import { access, type Access, type AuthorizeOptions } from "../../src/access/access";
import { type Guard, requireSignIn } from "../../src/access/guards";
import { liveState } from "../../src/access/live/live-state";
import { firebaseTokenVerifier } from "../../src/access/tokens/firebase-token-verifier";
import { googleSigningKeys } from "../../src/access/tokens/signing-keys";
import { projectId, signIdToken, type TestKey, testKey } from "../tokens/id-tokens";
import { keyServer } from "../tokens/key-server";
import { ManualClock } from "./manual-clock";
import { ScriptedStates } from "./scripted-states";

const key = testKey();

/** What `accessScene` gives. */
export interface AccessScene {
  /** What a test may say: the live state, and the role in Ada's document. */
  scene: Scene;
  clock: ManualClock;
  /** Milliseconds since 1970. */
  now(): number;
  seconds(): number;
  /** A key of the same name as the project's, and not the project's. */
  forger: TestKey;
  /** An ID token of Ada's with a real signature; `claims` differ from a good one's. */
  tokenOf(claims?: Record<string, unknown>, signer?: TestKey): string;
  /** Those of a session that began, and of a token that was made, in that second. */
  tokenTimes(second: number): Record<string, number>;
  instance(options?: { requireVerifiedEmail?: boolean }): Access;
  /** What is decided: `true`, or the code of the refusal. */
  decided(
    token: string | undefined,
    guard?: Guard,
    options?: AuthorizeOptions,
    within?: Access,
  ): Promise<true | string>;
}

interface Scene {
  states: ScriptedStates;
  /** The role in Ada's document. */
  documentRole: string | null | Error;
  /** Whose document was asked for its role. */
  rolesRead: string[];
}

/** Access on real tokens and scripted states, afresh for each test that follows. */
export function accessScene(): AccessScene {
  const clock = new ManualClock();
  const now = () => clock.now().wall;
  const seconds = () => Math.floor(now() / 1000);
  const fresh = (): Scene => ({
    states: new ScriptedStates(now),
    documentRole: "Admin",
    rolesRead: [],
  });
  const scene = fresh();
  beforeEach(() => {
    Object.assign(scene, fresh());
  });

  const tokenOf: AccessScene["tokenOf"] = (claims = {}, signer = key) =>
    signIdToken(claims, { key: signer, now: now() });

  const instance: AccessScene["instance"] = ({ requireVerifiedEmail = true } = {}) =>
    access({
      verifier: firebaseTokenVerifier({
        projectId,
        keys: googleSigningKeys({ fetch: keyServer(key).fetch }),
        now,
      }),
      live: liveState(scene.states, { maxAgeSeconds: 5, clock: clock.now }),
      requireVerifiedEmail,
      freshSignInSeconds: 300,
      roles: {
        defaultRole: "User",
        find(uid) {
          scene.rolesRead.push(uid);
          return scene.documentRole instanceof Error
            ? Promise.reject(scene.documentRole)
            : Promise.resolve(scene.documentRole);
        },
      },
      now,
    });

  return {
    scene,
    clock,
    now,
    seconds,
    forger: testKey("forger", key.kid),
    tokenOf,
    tokenTimes: (second) => ({ auth_time: second, iat: second, exp: second + 3600 }),
    instance,
    async decided(token, guard = requireSignIn(), options = {}, within = instance()) {
      const decision = await within.authorize(token, guard, options);
      return decision.allowed || decision.refusal.code;
    },
  };
}
