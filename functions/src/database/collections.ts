/**
 * The Firestore collections of this project, as they are called unless the parameter `COLLECTIONS` says otherwise. Whoever
 * names one, be it code, rules or indexes, follows this table.
 */
export const defaultCollections = {
  activity: "activity",
  authBackend: "authBackend",
  authState: "authState",
  invitations: "invitations",
  issuedCodes: "issuedCodes",
  limits: "limits",
  mailThrottle: "mailThrottle",
  outbox: "outbox",
  /** Below each user. Its indexes hold for every collection of that name, so it may have to be another, too. */
  sessions: "sessions",
  users: "users",
} as const;

/** A collection, by the name that this project gives it. */
export type CollectionName = keyof typeof defaultCollections;

/** What each is called in a Firebase project. */
export type Collections = Readonly<Record<CollectionName, string>>;

/**
 * Names that a project gives to some of the collections.
 *
 * @throws {TypeError} Saying what is wrong with them.
 */
export function collectionsOf(renamed: Partial<Collections> = {}): Collections {
  const unknown = Object.keys(renamed).find((name) => !Object.hasOwn(defaultCollections, name));
  if (unknown !== undefined) {
    throw new TypeError(
      `must name collections of ours (${Object.keys(defaultCollections).join(", ")})`,
    );
  }
  const names: Collections = { ...defaultCollections, ...renamed };
  if (!Object.values<unknown>(names).every(isName)) {
    throw new TypeError("must give names that begin with a letter, of letters, digits, _ and -");
  }
  if (new Set(Object.values(names)).size < Object.keys(names).length) {
    throw new TypeError("must not give two collections the same name");
  }
  return names;
}

/**
 * Reads `COLLECTIONS`: a list of `ours=theirs`, separated by commas. An empty text changes no name.
 *
 * @throws {TypeError} Saying what is wrong with it.
 */
export function parseCollections(text: string): Collections {
  const pairs = text.trim() === "" ? [] : text.split(",");
  const named = pairs.map((pair) => pair.trim().split(/=(.*)/s).slice(0, 2));
  return collectionsOf(Object.fromEntries(named) as Partial<Collections>);
}

/** Whether a database can have this id. */
export const isDatabaseId = (id: string): boolean =>
  /^(\(default\)|[a-z][a-z0-9-]{2,61}[a-z0-9])$/.test(id);

const isName = (name: unknown) =>
  typeof name === "string" && /^[A-Za-z][A-Za-z0-9_-]{0,99}$/.test(name);
