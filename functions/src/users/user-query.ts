export const userSorts = ["id", "-createdAt", "name"] as const;

/** Which users, and in which order. */
export interface UserFilter {
  /** The start of an address, of a full name or of a last name; two characters or more. */
  readonly search?: string | undefined;
  readonly role?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** By id, the newest first, or by last and first name. */
  readonly sort: (typeof userSorts)[number];
}

/** Where a page ended: what its last user was sorted by (empty when by id), and their id. */
export type Place = readonly [sorted: string, id: string];

export interface UserQuery extends UserFilter {
  readonly limit: number;
  readonly after?: Place | undefined;
}
