import type { PartName } from "./parts";

/** Two parts beside each other that were broken once, or that have more to do with each other than others. */
export const pairs: readonly (readonly [PartName, PartName])[] = [
  ["demote", "promoteSelf"],
  ["disable", "enableSelf"],
  ["disable", "enable"],
  ["demote", "promote"],
  ["demote", "demoteActor"],
  ["demoteBoss", "demoteRoot"],
  ["rootStepsDown", "bossStepsDown"],
  ["demote", "revokeSelf"],
  ["disable", "revokeSelf"],
  ["disable", "reset"],
  ["demote", "reset"],
  ["remove", "promoteSelf"],
  ["remove", "reset"],
  ["remove", "revokeSelf"],
  ["reset", "thief"],
  ["revokeSelf", "thief"],
  ["disable", "thief"],
  ["demote", "writeClaims"],
  ["disable", "removeElsewhere"],
  ["demote", "sweep"],
  ["disable", "sweep"],
  ["reset", "sweep"],
  ["remove", "sweep"],
  ["disable", "visit"],
  ["demote", "visit"],
  ["disableElsewhere", "visit"],
  ["enable", "disableElsewhere"],
  ["disable", "enableElsewhere"],
  ["removeElsewhere", "visit"],
  ["remake", "visit"],
  ["remake", "demote"],
  ["moveBoss", "moveRoot"],
  ["endOne", "endOne"],
  ["endOne", "revokeSelf"],
  ["endOne", "endCrowd"],
  ["endOne", "door"],
  ["register", "sweepNewcomer"],
  ["register", "demoteBoss"],
  ["prove", "squatter"],
  ["prove", "sweepGuest"],
  ["prove", "prove"],
];

/** One of each kind of change, and of what happens beside them. */
const kinds: readonly PartName[] = [
  "demote",
  "promote",
  "disable",
  "enable",
  "remove",
  "revokeSelf",
  "reset",
  "moveTarget",
  "endOne",
  "register",
  "removeElsewhere",
  "remake",
  "disableElsewhere",
  "enableElsewhere",
  "writeClaims",
  "visit",
  "sweep",
  "thief",
];

/** Each kind beside each, itself too, and the pairs above. */
export const allPairs: readonly (readonly [PartName, PartName])[] = [
  ...new Map(
    [...pairs, ...kinds.flatMap((one, at) => kinds.slice(at).map((other) => [one, other] as const))]
      // One name for both orders.
      .map((pair) => [[...pair].sort().join("+"), pair] as const),
  ).values(),
];

/** Three parts that have to do with each other. */
export const triples: readonly (readonly [PartName, PartName, PartName])[] = [
  ["enable", "disable", "sweep"],
  ["promote", "demote", "sweep"],
  ["reset", "thief", "sweep"],
  ["reset", "enable", "disable"],
  ["demoteBoss", "demoteRoot", "demote"],
  ["thief", "reset", "revokeSelf"],
  ["disable", "enableElsewhere", "visit"],
  ["disable", "sweep", "hourPasses"],
  ["remake", "visit", "sweep"],
  ["moveBoss", "demoteRoot", "visit"],
  ["thief", "disable", "hourPasses"],
  ["thief", "revokeSelf", "door"],
  ["thief", "demote", "door"],
  ["thief", "endOne", "door"],
  ["endOne", "endCrowd", "hourPasses"],
  ["door", "endOne", "hourPasses"],
  ["register", "sweepNewcomer", "demoteBoss"],
  ["prove", "squatter", "sweepGuest"],
];
