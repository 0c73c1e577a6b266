import { collectionOf, join, lastId } from "../names";

/** Where a query looks. */
export interface Scope {
  /** The document below which it looks; "" for the whole database. */
  parent: string;
  /** `undefined` for collections of any id. */
  collectionId: string | undefined;
  /** Whether it looks at any depth. */
  descendants: boolean;
}

export const scopeKey = (scope: Scope): string =>
  JSON.stringify([scope.parent, scope.collectionId, scope.descendants]);

/** The only collection of a scope that has just one. */
export const soleCollection = ({ parent, collectionId, descendants }: Scope): string | undefined =>
  descendants || collectionId === undefined ? undefined : join(parent, collectionId);

export function hasCollection(scope: Scope, collection: string): boolean {
  const sole = soleCollection(scope);
  if (sole !== undefined) return sole === collection;
  const { parent, collectionId, descendants } = scope;
  if (collectionId !== undefined && lastId(collection) !== collectionId) return false;
  if (parent !== "" && !collection.startsWith(`${parent}/`)) return false;
  return descendants || collectionOf(collection) === parent;
}

export const hasDocument = (scope: Scope, path: string): boolean =>
  hasCollection(scope, collectionOf(path));
