import type { Stack } from "../stack/stack";
import { account } from "./story/account";
import { google } from "./story/google";
import { reset } from "./story/reset";
import { revocation } from "./story/revocation";
import { rights } from "./story/rights";
import { begin } from "./story/scene";

/** Walks through the life of an account, with Firebase's web SDK and real mail. Throws when a step turns out otherwise. */
export async function tellStory(
  stack: Pick<Stack, "projectId" | "addresses">,
  print: (line: string) => void,
): Promise<void> {
  const scene = begin(stack, print);
  const grace = await account(scene);
  await rights(scene, grace);
  const renewed = await revocation(scene, grace);
  await reset(scene, grace, renewed);
  await google(scene);
  await scene.client.close();
}
