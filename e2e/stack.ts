import type { Stack } from "../local/stack/stack";

/** What a test needs to know of the stack that it runs against. */
export type TestStack = Pick<Stack, "projectId" | "addresses" | "secretFile">;

const variable = "E2E_STACK";

/** Passes the stack to the test files, which run in other processes. */
export function handOn({ projectId, addresses, secretFile }: Stack): void {
  process.env[variable] = JSON.stringify({ projectId, addresses, secretFile } satisfies TestStack);
}

/** The stack that was started for this run. */
export function stack(): TestStack {
  const handed = process.env[variable];
  if (handed === undefined) throw new Error("No stack runs: start these tests through Jest.");
  return JSON.parse(handed) as TestStack;
}
