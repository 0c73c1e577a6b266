import { missingForOfficial } from "../../official-firestore/emulator";

/** What has to be done to have the official emulator here, `undefined` when it is at hand. */
const missing = missingForOfficial(process.env);

/** Describes what only the official emulator can judge; where it is not at hand, the skipped tests say how to get it. */
export function describeOfficial(name: string, tests: () => void): void {
  if (missing === undefined) describe(name, tests);
  else describe.skip(`${name}: to run these, ${missing}`, tests);
}
