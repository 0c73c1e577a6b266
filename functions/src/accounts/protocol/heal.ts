import type { MarkedField } from "../../users/account-record";
import { type Actor, changeEntry } from "./actor";
import type { Converged } from "./converge";
import { finish, type Marked } from "./change";
import type { ChangePorts } from "./ports";

/**
 * Brings Firebase Auth back in line after something else changed it, under a mark like every change.
 *
 * @param by - who asked for it, for the trail. Default: nobody.
 */
export async function heal(
  uid: string,
  fields: readonly MarkedField[],
  ports: ChangePorts,
  by: Actor = "server",
): Promise<Converged> {
  const marked: Marked = { id: ports.newMarkId(), fields, begun: ports.clock.now() };
  const mark = { id: marked.id, fields };
  const activity = changeEntry(marked.id, uid, by);
  await ports.records.transact([uid], () => ({ result: undefined, state: { mark }, activity }));
  return finish(uid, marked, ports);
}
