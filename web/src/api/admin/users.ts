import { answer, answerWithHeaders, answerWithPage, api, type bearer, type Page } from "../client";
import { asAdmin } from "./as-admin";

type As = ReturnType<typeof bearer>;

const ask = (userId: string) => (as: As) =>
  answerWithHeaders(api.users.$get({ query: { userId, details: "true" } }, as));

/** A user, as administrators see them. */
export type ManagedUser = Exclude<
  Awaited<ReturnType<ReturnType<typeof ask>>>["body"],
  readonly unknown[]
>;

/** A user with the version that a change of them rests on. */
export interface Versioned {
  user: ManagedUser;
  etag: string;
}

export interface UserFilter {
  /** Two characters or more. */
  search?: string;
  role?: string;
  disabled?: "true" | "false";
  sort: "-createdAt" | "name";
}

export function listUsers(
  filter: UserFilter,
  pageToken: string | undefined,
): Promise<Page<ManagedUser>> {
  const query = {
    ...filter,
    details: "true",
    limit: "25",
    ...(pageToken !== undefined && { pageToken }),
  };
  const asked = asAdmin(async (as) => {
    const { body, headers } = await answerWithHeaders(api.users.$get({ query }, as));
    return { body: body as ManagedUser[], headers };
  });
  return answerWithPage(asked);
}

export async function readUser(userId: string): Promise<Versioned> {
  const { body, headers } = await asAdmin(ask(userId));
  return { user: body as ManagedUser, etag: headers.get("etag") ?? "" };
}

/** What may change in a user. */
export interface Changes {
  firstName?: string;
  lastName?: string;
  email?: string;
  role?: string;
  disabled?: boolean;
  /** Why they are disabled. */
  reason?: string;
  locale?: string;
}

/** Changes a user, unless somebody else has changed them since they were read, and reads what they are then. */
export async function changeUser({ user, etag }: Versioned, changes: Changes): Promise<Versioned> {
  await patch(user.id, changes, { "if-match": etag });
  return readUser(user.id);
}

/** Changes a user, whatever they are now. */
export async function patchUser(userId: string, changes: Changes): Promise<void> {
  await patch(userId, changes, {});
}

async function patch(userId: string, json: Changes, headers: Record<string, string>) {
  await asAdmin((as) =>
    answer(
      api.users[":userId"].$patch(
        { param: { userId }, json },
        { headers: { ...as.headers, ...headers } },
      ),
    ),
  );
}

export async function deleteUser(userId: string): Promise<void> {
  await asAdmin((as) => answer(api.users.$delete({ query: { userId } }, as)));
}

/** Ends every session of a user. */
export async function signOutUser(userId: string): Promise<void> {
  await asAdmin((as) => answer(api.auth.logout[":userId"].$post({ param: { userId } }, as)));
}
