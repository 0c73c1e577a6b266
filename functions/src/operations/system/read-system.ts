import { z } from "zod";
import { administratorsOnly } from "../../operation/administrator";
import { operation } from "../../operation/operation";
import { version } from "../../version";
import {
  clockCheck,
  liveStateCheck,
  mailCheck,
  parametersCheck,
  reachCheck,
  schemaCheck,
} from "./checks";
import { indexCheck, unlessIndexMissing } from "./index-checks";
import { checkNames, systemDto } from "./system-dto";

const hour = 60 * 60 * 1000;

/** An account that nobody has: for it the live state is looked at, too. */
const nobody = "no-such-user";

/**
 * Says how the system is, as the instance that answers sees it: what can be seen from inside of what `check-deploy`
 * looks at. All calls are made side by side; each query for an index costs one read.
 */
export const readSystem = operation({
  name: "readSystem",
  summary: "Read the state of the system",
  accepts: z.strictObject({}),
  replies: systemDto,
  refuses: [],
  reads: true,
  ...administratorsOnly,
  async run(_, ports) {
    const { live, mails, readiness, states, system } = ports;
    const [facts, counts, sent, waiting, tally, away, liveState, indexes] = await Promise.all([
      system.look(),
      mails.count(),
      unlessIndexMissing(mails.list({ state: "delivered", limit: 1 }), []),
      unlessIndexMissing(mails.list({ state: "queued", limit: 20 }), []),
      unlessIndexMissing(states.tallySince(Date.now() - hour), undefined),
      readiness.away(),
      liveStateCheck(nobody, ports),
      indexCheck(ports),
    ]);
    const findings = {
      parameters: parametersCheck(ports),
      firestore: reachCheck(away, "firestore"),
      auth: reachCheck(away, "auth"),
      queue: reachCheck(away, "queue"),
      liveState,
      schema: schemaCheck(facts),
      indexes,
      clock: clockCheck(facts),
      mail: mailCheck(sent, waiting),
    };
    return {
      checks: checkNames.map((name) => ({ name, ...findings[name] })),
      liveState: { ...live.condition(), changesInLastHour: tally?.documents ?? null },
      pending: { count: facts.pending.count, oldestAt: iso(facts.pending.oldestAt) },
      mails: { counts, overdueSince: iso(facts.overdueMailAt) },
      limits: Object.entries(facts.limited).map(([name, count]) => ({ name, count })),
      versions: { backend: version, node: process.version, schema: facts.schema },
    };
  },
});

const iso = (milliseconds: number | undefined) =>
  milliseconds === undefined ? null : new Date(milliseconds).toISOString();
