import { invalid } from "../failure";

/** The longest id in bytes, and the deepest nesting of documents. */
const longestId = 1500;
const deepest = 100;

/** The names of one database's documents; within the engine they are paths (`users/ada`). */
export class Names {
  readonly root: string;

  constructor(readonly database: string) {
    this.root = `${database}/documents`;
  }

  name(path: string): string {
    return `${this.root}/${path}`;
  }

  /** The path in the name of a document. */
  documentPath(name: string | undefined): string {
    const path = this.#path(name ?? "");
    const segments = checked(path);
    if (segments.length === 0 || segments.length % 2 !== 0) {
      throw invalid(`Document name "${name ?? ""}" lacks an id, or names a collection.`);
    }
    return path;
  }

  /** The path of a parent of collections: a document, or "" for the database itself. */
  parentPath(name: string | undefined): string {
    const path = this.#path(name ?? "");
    if (checked(path).length % 2 !== 0) {
      throw invalid(`Parent name "${name ?? ""}" names a collection.`);
    }
    return path;
  }

  #path(name: string): string {
    if (name === this.root || name === this.database) return "";
    if (!name.startsWith(`${this.root}/`)) {
      throw invalid(`Name "${name}" does not begin with "${this.root}".`);
    }
    return name.slice(this.root.length + 1);
  }
}

export const join = (parent: string, id: string): string =>
  parent === "" ? id : `${parent}/${id}`;

/** The path of the collection that a document is in. */
export const collectionOf = (path: string): string => path.slice(0, path.lastIndexOf("/"));

export const lastId = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** Refuses a collection's id as it refuses a document's. */
export function checkedId(id: string | undefined): string {
  if (id === undefined || id.includes("/")) throw invalid(`Invalid collection id "${id ?? ""}".`);
  checked(id);
  return id;
}

function checked(path: string): string[] {
  if (path === "") return [];
  const segments = path.split("/");
  if (segments.length > 2 * deepest) throw invalid(`A path may have at most ${deepest} levels.`);
  for (const id of segments) {
    if (id === "" || id === "." || id === ".." || /^__[\s\S]*__$/.test(id)) {
      throw invalid(`Resource id "${id}" is invalid because it is reserved or empty.`);
    }
    if (Buffer.byteLength(id) > longestId) {
      throw invalid(`A resource id may have at most ${longestId} bytes.`);
    }
  }
  return segments;
}
