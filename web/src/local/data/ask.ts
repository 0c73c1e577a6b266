import { Problem } from "../../api/problem";
import type { Page } from "../../api/client";

/** Says what the stack says of what it can't do. For developers, hence in English. */
export class Refused extends Error {}

/** Asks the stack. @throws {Problem} `unavailable`, where it has ended. @throws {Refused} */
export async function ask<Reply>(method: string, path: string, body?: object): Promise<Reply> {
  const headers = { "content-type": "application/json" };
  const reply = await fetch(`/data${path}`, {
    method,
    ...(body && { headers, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Problem("unavailable");
  });
  const answer = (await reply.json()) as Reply & { message?: string };
  if (!reply.ok) throw new Refused(answer.message ?? `Status ${reply.status}`);
  return answer;
}

/** Asks for a page of a list. */
export async function askPage<Item>(
  path: string,
  query: Readonly<Record<string, string>>,
  after: string | undefined,
): Promise<Page<Item>> {
  const asked = new URLSearchParams({ ...query, ...(after !== undefined && { after }) });
  const { items, next } = await ask<{ items: Item[]; next?: string }>("GET", `${path}?${asked}`);
  return { items, next };
}
