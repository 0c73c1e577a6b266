import { z } from "zod";
import type { ActivityLog, ActivityQuery, StoredActivity } from "../../activity/activity";
import { nextPageToken, pageOf, pageRequest } from "../../operation/paging";

/** What every request for a page of the trail may say. */
export const activityRequest = pageRequest(
  100,
  50,
  z.string().regex(/^[\w-]{1,64}$/, "must be one that a page came with"),
);

export const activityExample = {
  id: "6bXh0PzWlYcRk2Qe4TgU",
  at: "2026-01-02T12:00:00.000Z",
  action: "generateToken",
  outcome: "ok",
  device: "Chrome on macOS",
  place: "203.0.113.0/24",
  by: "pYq0C2mVxJd8sKbT5nRwL3eHgZu1",
} as const;

/** An entry as the account's owner sees it. */
export const activityDto = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  action: z.string().meta({ description: "The operation's name." }),
  outcome: z.enum(["ok", "refused", "failed"]),
  code: z.string().optional(),
  device: z.string(),
  place: z.string().meta({ description: "The network's prefix; empty where unknown." }),
  by: z
    .string()
    .nullable()
    .meta({ description: "A uid; null for the project itself and for who did not sign in." }),
});

/** An entry as administrators see it. */
export const administeredActivityDto = activityDto.extend({
  reason: z.string().optional().meta({ description: "Why an administrator did it, as they said." }),
  userId: z
    .string()
    .nullable()
    .meta({ description: "Whose account it is about; null where nobody has the address." }),
  count: z.number().int().optional().meta({
    description: "How many accounts it is about, of an import.",
  }),
});

export const activityReply = z.object({ entries: z.array(activityDto), nextPageToken });

export const administeredActivityReply = z.object({
  entries: z.array(administeredActivityDto),
  nextPageToken,
});

/** Reads a page of the trail, newest first. It costs one query, and a read where a page goes on. */
export async function activityPage<Entry>(
  { limit, pageToken, ...query }: Omit<ActivityQuery, "after"> & { pageToken?: string | undefined },
  toEntry: (entry: StoredActivity) => Entry,
  { activity }: { activity: ActivityLog },
): Promise<{ entries: Entry[]; nextPageToken?: string | undefined }> {
  const found = await activity.list({ ...query, limit: limit + 1, after: pageToken });
  const { page, lastId } = pageOf(found, limit);
  return { entries: page.map(toEntry), ...(lastId !== undefined && { nextPageToken: lastId }) };
}

/** Gives an entry as administrators see it. */
export function toAdministeredActivity(
  entry: StoredActivity,
): z.output<typeof administeredActivityDto> {
  const { id, at, action, outcome, code, reason, device, place, by, userId, count } = entry;
  const coded = {
    ...{ action, outcome },
    ...(code !== undefined && { code }),
    ...(reason !== undefined && { reason }),
  };
  const about = { userId, ...(count !== undefined && { count }) };
  return { id, at: new Date(at).toISOString(), ...coded, device, place, by, ...about };
}

/** Gives an entry as its owner sees it: from where administrators act, and why, is not for them to know. */
export function toOwnActivity(entry: StoredActivity): z.output<typeof activityDto> {
  const { userId, reason: _, ...own } = toAdministeredActivity(entry);
  const isTheirs = own.by === null || own.by === userId;
  return isTheirs ? own : { ...own, device: "", place: "" };
}
