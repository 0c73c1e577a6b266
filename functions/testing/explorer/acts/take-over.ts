import { closeProof, openProof, takenOver, takeOver } from "../../../src/accounts/take-over";
import type { Account } from "../../../src/identity/accounts";
import type { FirebaseSession } from "../auth-model";
import { guest as uid, provider, squatted } from "../guest";
import { succeeds } from "../guards";
import { longest } from "../touch";
import type { Story } from "../story";

/** Has a stranger's account be there, of an address that nobody has proved. */
function squat({ world }: Story): void {
  if (world.auth.find(uid)) return;
  world.auth.create(uid, { emailVerified: false, claims: { role: "User", plan: "gold" } });
  world.records.write(uid, { user: { create: squatted } });
}

/** Signs in with a provider that proves the address, for whoever it really belongs to. */
export async function prove(story: Story, name: string): Promise<void> {
  squat(story);
  await story.begin(name);
  const { world, promises } = story;
  const ports = story.ports(name);
  const signIn = { lookUp: async () => (await ports.accounts.find(uid))! };
  const begunAt = world.now();
  const signInTo = async (before: Account | undefined): Promise<boolean> => {
    await world.call(name, `updates ${uid}: proves the address`, () => {
      promises.isProvedLate ||= world.now() > begunAt + longest;
      world.auth.prove(uid, provider);
    });
    const taken = await takenOver(before, { uid, idToken: "" }, { signIn });
    if (taken) await takeOver(taken, provider, ports, { firstName: "Grace", lastName: "" });
    return taken !== undefined;
  };
  const signingIn = async (): Promise<boolean> => {
    const found = await ports.accounts.find(uid);
    if (found?.emailVerified) return signInTo(undefined);
    const proof = found && (await openProof(found, ports));
    const isTaken = await signInTo(found);
    if (proof) await closeProof(proof, ports);
    return isTaken;
  };
  // Who finds the address proved relies on whoever proved it.
  const taking = signingIn().then((isTaken) => {
    if (isTaken) promises.ended(name, uid, promises.sessions.length);
  });
  await succeeds(taking);
}

/** Signs in as the account's maker, links a phone, and signs in again, as long as Firebase lets them. */
export async function squatter(story: Story, name: string): Promise<void> {
  squat(story);
  const { world } = story;
  const session = await signInAsStranger(story, name);
  await world.outside(name, "links a phone", () => {
    const account = world.auth.find(uid);
    if (!account || !session || !world.auth.renews(session)) return;
    world.auth.create(uid, { ...account, providers: [...account.providers, "phone"] });
  });
  await story.passes(name, 1000);
  await signInAsStranger(story, name);
}

function signInAsStranger(story: Story, name: string): Promise<FirebaseSession | undefined> {
  const { world, promises } = story;
  return world.outside(name, "signs in as a stranger", () => {
    const ways = world.auth.find(uid)?.providers.filter((way) => way !== provider) ?? [];
    const session = ways.length > 0 ? world.auth.signIn(uid) : undefined;
    if (session) promises.sessions.push(session);
    return session;
  });
}
