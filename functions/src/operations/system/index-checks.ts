import { failedPrecondition } from "../../firestore";
import type { Ports } from "../../ports";
import { type Finding, failed, ok, unknown } from "./checks";

/** The ports that ask such queries. */
export type Views = Pick<Ports, "activity" | "mails" | "users" | "states">;

/** What nobody has: a query for it costs one read, and needs its index all the same. */
const nobody = "no-such-user";
const search = "no such user";
const one = { limit: 1 } as const;

/** The queries that need an index of their own, as the operations ask them. */
const views: Readonly<Record<string, (ports: Views) => Promise<unknown>>> = {
  "activity of a user": ({ activity }) => activity.list({ ...one, userId: nobody }),
  "activity of a kind": ({ activity }) => activity.list({ ...one, action: nobody }),
  "activity of a kind and user": ({ activity }) =>
    activity.list({ ...one, userId: nobody, action: nobody }),
  "mails in a state": ({ mails }) => mails.list({ ...one, state: "failed" }),
  "changes of accounts": ({ states }) => states.tallySince(Date.now()),
  "found users, newest first": ({ users }) => users.list({ ...one, search, sort: "-createdAt" }),
  "found users, by name": ({ users }) => users.list({ ...one, search, sort: "name" }),
  "users of a role, newest first": ({ users }) =>
    users.list({ ...one, role: nobody, sort: "-createdAt" }),
  "users of a role, by name": ({ users }) => users.list({ ...one, role: nobody, sort: "name" }),
  "disabled users, newest first": ({ users }) =>
    users.list({ ...one, disabled: true, sort: "-createdAt" }),
  "disabled users, by name": ({ users }) => users.list({ ...one, disabled: true, sort: "name" }),
};

/** Waits for a query that an index may be missing for. */
export async function unlessIndexMissing<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if ((error as { code?: unknown }).code !== failedPrecondition) throw error;
    return otherwise;
  }
}

/** Whether every index is there: asks each query for one document, side by side. */
export async function indexCheck(ports: Views): Promise<Finding> {
  const names = Object.keys(views);
  const results = await Promise.allSettled(Object.values(views).map((ask) => ask(ports)));
  const refused = results.map((result) =>
    result.status === "rejected" ? (result.reason as { code?: unknown }) : undefined,
  );
  const missing = names.filter((_, at) => refused[at]?.code === failedPrecondition);
  if (missing.length > 0) return failed(missing.join(", "));
  return refused.every((reason) => reason === undefined) ? ok : unknown;
}
