import { sync } from "../../src/accounts/protocol/sync";
import { sweep } from "./acts/sweep";
import { leftOver } from "./guest";
import { succeeds } from "./guards";
import { portsOf } from "./ports";
import { type Promises, users } from "./promises";
import type { World } from "./world";

const minute = 60_000;

/** Lets all that follows in a day happen, one thing after the other, and looks at what it comes to. */
export async function comeToRest(world: World, promises: Promises): Promise<void> {
  world.calm();
  for (const [index, after] of [2 * minute + 1, 65 * minute, 25 * 60 * minute].entries()) {
    world.pass(after);
    for (const uid of world.records.uids().filter((one) => promises.isMarked(one))) {
      void sweep(world, `schedule#${index}`, uid);
      await world.run();
    }
  }
  for (const uid of users) lookAt(uid, world, promises, false);
  // Somebody signs in or renews, and what was done elsewhere is found.
  for (const uid of users) {
    void succeeds(sync(uid, portsOf(world, "visit")));
    await world.run();
  }
  promises.isAtRest = true;
  const left = leftOver(world, promises);
  if (left !== undefined) world.broken.push(`at rest, guest: ${left}`);
  for (const uid of users) lookAt(uid, world, promises, true);
  for (const uid of world.records.uids())
    if (!promises.isMarked(uid) && !world.records.read(uid).user?.disabled)
      world.records.expire(uid);
  promises.watch();
}

/**
 * Firebase Auth, document and state agree; the last intent won; other people's claims are there. What was done elsewhere
 * is found by the next visit.
 */
function lookAt(uid: string, world: World, promises: Promises, isVisited: boolean): void {
  const { state, user } = world.records.read(uid);
  const account = world.auth.find(uid);
  const { elsewhere } = promises;
  const say = (flaw: string) => world.broken.push(`at rest, ${uid}: ${flaw}`);
  if (promises.isMarked(uid)) say("a mark is left");
  if (state?.deleted && account && state.generation === account.createdAt) say("is not deleted");
  const intended = promises.lastIntent.get(uid)?.state;
  if (!account) {
    // Of a deletion elsewhere, without a change of ours, only an event says anything.
    if (user && !elsewhere.has(`${uid} removed`)) say("has a document and no account");
    const ends = [...elsewhere].filter((what) =>
      [`${uid} removed`, `${uid} remade`].includes(what),
    );
    if (ends.at(-1) === `${uid} remade` && !intended?.deleted)
      say("the account that was made again is gone");
    return;
  }
  const isFound = (what: string) => isVisited || !elsewhere.has(`${uid} ${what}`);
  if (!user) {
    // One that was made after its maker had given up, and after the sweeper, is found by its first sign-in.
    const isLate = uid === "newcomer" && world.tookEffectLate && !isVisited;
    if (isFound("remade") && !isLate) say("has an account and no document");
    return;
  }
  if (isFound("remade") && isFound("claims") && account.claims.role !== user.role)
    say("claim and document name other roles");
  const isDisablingFound = ["remade", "disabled", "enabled"].every(isFound);
  if (isDisablingFound && account.disabled !== user.disabled) say("disabled here or there alone");
  if (isFound("remade") && user.email !== account.email) say("two addresses");
  if (promises.isRemade(uid)) return;
  if (intended?.role !== undefined && intended.role !== user.role) say("the last role did not win");
  if (intended?.disabled === true && !user.disabled) say("was opened by others");
  if (intended?.disabled === false && user.disabled && !elsewhere.has(`${uid} disabled`))
    say("was closed by others");
  const plan = elsewhere.has(`${uid} claims`) ? /gold|platinum/ : /gold/;
  // Nobody else has given a newcomer anything.
  if (uid !== "newcomer" && !plan.test(String(account.claims.plan)))
    say("other people's claims are gone");
}
