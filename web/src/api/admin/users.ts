import { answer, answerWithHeaders, answerWithPage, api, type bearer, type Page } from "../client";
import { asAdmin } from "./as-admin";

type As = ReturnType<typeof bearer>;

const ask = (userId: string) => (as: As) =>
  answerWithHeaders(api.users.$get({ query: { userId } }, as));

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
  const query = { ...filter, limit: "25", ...(pageToken !== undefined && { pageToken }) };
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

/** Changes a user, unless somebody else has changed them since they were read. */
export async function changeUser(
  { user, etag }: Versioned,
  json: Partial<Pick<ManagedUser, "firstName" | "lastName" | "role" | "disabled">>,
): Promise<Versioned> {
  const { role, ...rest } = json;
  const changes = { ...rest, ...(role != null && { role }) };
  const { body, headers } = await asAdmin((as) =>
    answerWithHeaders(
      api.users[":userId"].$patch(
        { param: { userId: user.id }, json: changes },
        { headers: { ...as.headers, "if-match": etag } },
      ),
    ),
  );
  return { user: body, etag: headers.get("etag") ?? "" };
}

export async function deleteUser(userId: string): Promise<void> {
  await asAdmin((as) => answer(api.users.$delete({ query: { userId } }, as)));
}

/** Ends every session of a user. */
export async function signOutUser(userId: string): Promise<void> {
  await asAdmin((as) => answer(api.auth.logout[":userId"].$post({ param: { userId } }, as)));
}
