import { status } from "@grpc/grpc-js";
import { strictClock } from "./clock";
import { Database } from "./database";
import { Failure } from "./failure";
import type { CommitDelay } from "./visibility";

/** Every database of the server. One comes into being when it is first named, as in the emulator. */
export class Databases {
  readonly #clock = strictClock();
  readonly #databases = new Map<string, Database>();

  /** The database that a resource name is in. */
  of(name: string | null | undefined): Database {
    const match = /^projects\/([^/]+)\/databases\/([^/]+)/.exec(name ?? "");
    const [, projectId, databaseId] = match ?? [];
    if (projectId === undefined || databaseId === undefined) {
      throw new Failure(status.INVALID_ARGUMENT, "A resource name must begin with a database");
    }
    return this.#named(projectId, databaseId);
  }

  /** Drops all documents of a project. */
  reset(projectId: string): void {
    for (const [key, database] of this.#databases) {
      if (key.startsWith(`${projectId}/`)) database.empty();
    }
  }

  /** Makes commits to a project's default database late; a share of 0 ends it. */
  delayCommits(projectId: string, delay: CommitDelay): void {
    this.#named(projectId, "(default)").visibility.delayCommits(delay);
  }

  /** Fails whatever still waits, so that nothing outlives the server. */
  close(): void {
    for (const database of this.#databases.values()) database.empty();
  }

  #named(projectId: string, databaseId: string): Database {
    const key = `${projectId}/${databaseId}`;
    let database = this.#databases.get(key);
    if (!database) {
      database = this.#create(projectId, databaseId);
      this.#databases.set(key, database);
    }
    return database;
  }

  #create(projectId: string, databaseId: string): Database {
    try {
      return new Database(projectId, databaseId, this.#clock);
    } catch (error) {
      // An ill-formed project id comes as an internal error, which clients would try again and again.
      throw new Failure(status.INVALID_ARGUMENT, (error as Error).message);
    }
  }
}
