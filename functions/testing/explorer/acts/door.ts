import { type Access, access } from "../../../src/access/access";
import { requireRole, requireSignIn } from "../../../src/access/guards";
import { type LiveState, liveState } from "../../../src/access/live/live-state";
import type { VerifiedToken } from "../../../src/access/token-verifier";
import { AuthError } from "../../../src/errors";
import { memoryAccountStates } from "../../memory/account-states";
import type { FirebaseSession } from "../auth-model";
import type { Story } from "../story";

const maxAgeSeconds = 1;

/** How often somebody knocks. */
const knocks = 4;

/**
 * An instance that guards something, by a live state of its own, and that is asked by the first session of a user, whose
 * tokens claim to be an Admin's. Whom it lets in must have been let in by the documents within the maximum age; what was
 * done to the account elsewhere need not be known yet.
 */
export async function guardDoor(story: Story, name: string, uid: string): Promise<void> {
  const { world, promises } = story;
  const live = liveOf(story, name);
  const door = doorOf(story, name, live);
  // It is warm by then.
  await live.find("nobody");
  const last = new Map<string, number>();
  promises.alsoWatch(() => {
    if (world.records.read(uid).user?.role === "Admin") last.set("Admin", world.now());
    for (const session of promises.sessions)
      if (promises.lets(session)) last.set(tokenOf(session), world.now());
  });
  for (let times = 0; times < knocks; times += 1) {
    await story.passes(name, maxAgeSeconds * 1000 + 1);
    const session = promises.sessions.find((one) => one.uid === uid && promises.hasToken(one));
    if (!session) continue;
    const oldest = world.now() - maxAgeSeconds * 1000;
    const isStale = (what: string) => (last.get(what) ?? 0) < oldest;
    const asAnybody = await door.authorize(tokenOf(session), requireSignIn());
    const isElsewhere = [...promises.elsewhere].some((what) => what.startsWith(`${uid} `));
    if (asAnybody.allowed && !isElsewhere && isStale(tokenOf(session)))
      world.broken.push("a guard lets an ended session in");
    const asAdmin = await door.authorize(tokenOf(session), requireRole("Admin"));
    if (asAdmin.allowed && isStale("Admin"))
      world.broken.push("a guard takes somebody for an Admin");
  }
}

const tokenOf = ({ uid, authTime }: FirebaseSession) => `${uid}/${authTime}`;

function liveOf({ world }: Story, name: string): LiveState {
  const states = memoryAccountStates(world.records, () => world.now());
  const asked = async <Reply>(what: string, reply: () => Promise<Reply>): Promise<Reply> =>
    await world.call(name, what, reply);
  return liveState(
    {
      read: (uid) => asked(`reads the state of ${uid}`, () => states.read(uid)),
      changedSince: (since, limits) =>
        asked("reads changes", () => states.changedSince(since, limits)),
      tallySince: (since) => asked("counts changes", () => states.tallySince(since)),
      pending: () => asked("reads what is pending", () => states.pending()),
    },
    { maxAgeSeconds, clock: () => ({ steady: world.now(), wall: world.now() }) },
  );
}

function doorOf({ world, promises }: Story, name: string, live: LiveState): Access {
  const verified = new Map<string, VerifiedToken>();
  return access({
    verifier: {
      verify(token) {
        // An hour may have passed since somebody had one that was in date.
        const session = promises.sessions.find((one) => tokenOf(one) === token);
        if (!session || !promises.hasToken(session)) throw new AuthError("token-expired");
        const known = verified.get(token);
        if (known && world.now() < known.expiresAt * 1000) return known;
        const renewed = readToken(token, world.now());
        verified.set(token, renewed);
        return renewed;
      },
    },
    live,
    roles: {
      defaultRole: "User",
      find: (uid) =>
        world.call(name, `reads ${uid}`, () => world.records.read(uid).user?.role ?? null),
    },
    requireVerifiedEmail: true,
    now: () => world.now(),
  });
}

/** A token of a session that was made just now. */
function readToken(token: string, now: number): VerifiedToken {
  const [uid = "", authTime] = token.split("/");
  const issuedAt = Math.floor(now / 1000);
  return {
    ...{ uid, authTime: Number(authTime), issuedAt, expiresAt: issuedAt + 3600 },
    ...{ email: `${uid}@example.com`, emailVerified: true, role: "Admin", secondFactor: null },
  };
}
