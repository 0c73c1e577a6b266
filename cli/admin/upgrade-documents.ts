import { currentSchema } from "../../functions/src/upgrade/schema";
import { upgradeStored } from "../../functions/src/upgrade/upgrade";
import { open, type Target } from "../project/target";

/** Upgrades a project's stored documents, and says how far it got: an interrupted run goes on where it was. */
export async function upgradeDocuments(
  target: Target,
  options: { dryRun: boolean },
): Promise<void> {
  const { database } = await open(target);
  let isCurrent = true;
  for await (const { step, seen, changed } of upgradeStored(database(), options)) {
    isCurrent = false;
    const how = options.dryRun ? "would change" : "changed";
    console.log(`To shape ${step.to}: ${step.what}: ${seen} documents seen, ${changed} ${how}`);
  }
  if (isCurrent) console.log(`The stored documents have shape ${currentSchema} already.`);
}
