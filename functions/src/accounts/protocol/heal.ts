import type { MarkedField } from "../../users/account-record";
import type { Brought } from "./bring-in-line";
import { finish, type Marked } from "./change";
import type { ChangePorts } from "./ports";

/** Brings Firebase Auth back in line where something else changed it, under a mark like every change. */
export async function heal(
  uid: string,
  fields: readonly MarkedField[],
  ports: ChangePorts,
): Promise<Brought> {
  const marked: Marked = { id: ports.newMarkId(), fields, begun: ports.clock.now() };
  const mark = { id: marked.id, fields };
  await ports.records.transact([uid], () => ({ result: undefined, state: { mark } }));
  return finish(uid, marked, ports);
}
