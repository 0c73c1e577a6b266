import { withEmulators } from "../emulators";
import { setParameters } from "../limits/people";
import type { Report } from "../report";
import { checkedRequests } from "./checked-requests";
import { mails } from "./mails";
import { signIns } from "./sign-ins";

/** Benchmark (h): what is done most often, each beside the least that it could take. */
export async function hot(quick: boolean): Promise<Report[]> {
  setParameters();
  return withEmulators(async (emulators) => [
    await checkedRequests(emulators.app, quick),
    await signIns(emulators, quick),
    await mails(emulators.app, quick),
  ]);
}
