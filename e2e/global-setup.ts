import { freeOffset } from "../local/ports/free-ports";
import { startStack, type Stack } from "../local/stack/stack";
import { handOn } from "./stack";

declare global {
  var e2eStack: Stack | undefined;
}

/** Starts one whole stack for all end-to-end tests, on ports of its own: another may be running. */
export default async function setUp(): Promise<void> {
  const portOffset = await freeOffset();
  const firestore = process.env.TEST_FIRESTORE === "official" ? "official" : "embedded";
  const stack = await startStack({ projectId: `demo-e2e-${portOffset}`, portOffset, firestore });
  globalThis.e2eStack = stack;
  handOn(stack);
}
