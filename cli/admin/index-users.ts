import { fillSearch } from "../../functions/src/users/fill-search";
import { open, type Target } from "../project/target";

/**
 * Gives every user's document what it is searched and sorted by, and says how far it got: an interrupted run goes on
 * with `--after`, and may be run again at any time.
 *
 * @param options.dryRun - counts those that lack it, and changes nothing.
 */
export async function indexUsers(
  target: Target,
  options: { after?: string | undefined; dryRun: boolean },
): Promise<void> {
  const { database } = await open(target);
  let [seen, filled] = [0, 0];
  for await (const progress of fillSearch(database(), options)) {
    ({ seen, filled } = progress);
    console.log(
      `${seen} users, to ${progress.last}: ${filled} ${options.dryRun ? "lack" : "got"} it`,
    );
  }
  console.log(
    options.dryRun ? `Of ${seen} users, ${filled} lack it.` : `All ${seen} users have it.`,
  );
}
