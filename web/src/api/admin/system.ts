import { answer, api, type bearer } from "../client";
import { asAdmin } from "./as-admin";

const ask = (as: ReturnType<typeof bearer>) => answer(api.system.$get({}, as));

/** The state of the system, as one instance sees it. */
export type SystemState = Awaited<ReturnType<typeof ask>>;

export function systemState(): Promise<SystemState> {
  return asAdmin(ask);
}
