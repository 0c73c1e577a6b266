import { strictClock } from "./clock";
import { Database } from "./database";
import { officialLockTimeout } from "./engine/transactions/transactions";
import { invalid } from "./failure";
import type { KeptDocument } from "./kept";
import type { CommitDelay } from "./visibility";

/** Every database of the server. One is created when it is first named, as in the emulator. */
export class Databases {
  readonly #clock = strictClock();
  readonly #databases = new Map<string, Database>();

  constructor(private readonly lockTimeout: number = officialLockTimeout) {}

  /** The database that a resource name is in. */
  of(name: string | undefined): Database {
    const match = /^projects\/([a-z][a-z0-9-]{2,}[a-z0-9])\/databases\/([^/]+)/.exec(name ?? "");
    const [, projectId, databaseId] = match ?? [];
    if (projectId === undefined || databaseId === undefined) {
      throw invalid("A resource name must begin with a project and a database.");
    }
    return this.#named(projectId, databaseId);
  }

  /** Drops all documents of a project. */
  reset(projectId: string): void {
    for (const [key, database] of this.#databases) {
      if (key.startsWith(`projects/${projectId}/`)) database.empty();
    }
  }

  /** Makes commits to a project's default database late; a share of 0 ends it. */
  delayCommits(projectId: string, delay: CommitDelay): void {
    this.#named(projectId, "(default)").visibility.delayCommits(delay);
  }

  /** All documents of all databases, as they are now. */
  *all(): Generator<KeptDocument> {
    const everything = { parent: "", collectionId: undefined, descendants: true };
    for (const [name, { documents }] of this.#databases) {
      for (const document of documents.inScope(everything)) yield [name, document];
    }
  }

  /** Puts documents of an earlier run back, each with its times. */
  restore(kept: Iterable<KeptDocument>): void {
    for (const [name, document] of kept) {
      const { path, updateTime } = document;
      this.of(name).documents.put([{ path, before: undefined, after: document }], updateTime);
    }
  }

  /** Fails everything that still waits, so that nothing outlives the server. */
  close(): void {
    for (const database of this.#databases.values()) database.empty();
  }

  #named(projectId: string, databaseId: string): Database {
    const name = `projects/${projectId}/databases/${databaseId}`;
    let database = this.#databases.get(name);
    if (!database) {
      database = new Database(name, this.#clock, this.lockTimeout);
      this.#databases.set(name, database);
    }
    return database;
  }
}
