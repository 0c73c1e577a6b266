import { status } from "@grpc/grpc-js";
import type { Clock } from "./clock";
import { Documents, retention } from "./engine/documents/documents";
import { Listener, type Push } from "./engine/listen/listener";
import { Names } from "./engine/names";
import type { Transaction } from "./engine/transactions/transaction";
import { Transactions } from "./engine/transactions/transactions";
import { type Micros, toMicros, toWireTime } from "./engine/values/time";
import { applyWrites, pathOf } from "./engine/writes/apply";
import { Failure, invalid, statusOf } from "./failure";
import type * as messages from "./messages";
import { Visibility } from "./visibility";

/** How a request reads. */
export interface Reading {
  /** `undefined` for what is there now. */
  at: Micros | undefined;
  readTime: Micros;
  transaction: Transaction | undefined;
  /** The transaction that the request began, as the reply names it. */
  begun: { transaction?: Uint8Array };
}

/** One Firestore database: its documents, open transactions, listeners and commits under way. */
export class Database {
  readonly visibility = new Visibility();
  readonly names: Names;
  readonly documents = new Documents();
  /** Since when the documents have a history. */
  since: Micros;
  readonly #transactions: Transactions;
  readonly #listeners = new Set<Listener>();

  constructor(
    name: string,
    private readonly clock: Clock,
    lockTimeout: number,
  ) {
    this.names = new Names(name);
    this.#transactions = new Transactions(lockTimeout);
    this.since = clock.now();
  }

  now(): Micros {
    return this.clock.now();
  }

  begin(options: messages.TransactionOptions | undefined): Transaction {
    const readTime = options?.readOnly?.readTime;
    if (readTime) this.#checked(toMicros(readTime));
    return this.#transactions.begin(options);
  }

  rollback(id: Uint8Array | undefined): void {
    if (id?.length) this.#transactions.end(this.#transactions.get(id));
  }

  reading({ transaction: id, newTransaction, readTime }: messages.ReadSelector): Reading {
    if (readTime) {
      const at = this.#checked(toMicros(readTime));
      return { at, readTime: at, transaction: undefined, begun: {} };
    }
    const begun = newTransaction && this.begin(newTransaction);
    const transaction = begun ?? (id?.length ? this.#transactions.get(id) : undefined);
    if (transaction?.readOnly) transaction.readTime ??= this.now();
    const at = transaction?.readTime;
    return {
      at,
      readTime: at ?? this.now(),
      transaction,
      begun: begun ? { transaction: begun.id } : {},
    };
  }

  /** Applies all writes or none, once no other transaction has a lock on their documents. */
  async commit({ writes = [], transaction: id }: messages.CommitRequest): Promise<{
    commitTime: object;
    writeResults: messages.WriteResult[];
  }> {
    const transaction = id?.length ? this.#transactions.get(id) : undefined;
    const requestTime = this.#requestTime();
    try {
      if (transaction?.readOnly && writes.length > 0) {
        throw invalid("Cannot modify documents in a read-only transaction.");
      }
      await this.visibility.wait(writes);
      return await this.#apply(writes, requestTime, transaction);
    } finally {
      if (transaction) this.#transactions.end(transaction);
    }
  }

  /** Applies each write separately; a failure does not affect the others. */
  async batchWrite(writes: messages.Write[] = []): Promise<object> {
    const requestTime = this.#requestTime();
    await this.visibility.wait(writes);
    const outcomes = await Promise.all(
      writes.map(async (write) => {
        try {
          const { writeResults } = await this.#apply([write], requestTime, undefined);
          return { result: writeResults[0] ?? {}, status: { code: status.OK } };
        } catch (error) {
          const { code, details } = statusOf(error);
          return { result: {}, status: { code, message: details } };
        }
      }),
    );
    return {
      writeResults: outcomes.map(({ result }) => result),
      status: outcomes.map(({ status }) => status),
    };
  }

  /** Opens a stream of changes, until `close`. */
  listen(push: Push): { receive: Listener["receive"]; close: () => void } {
    const listener = new Listener(this, push);
    this.#listeners.add(listener);
    return {
      receive: (request) => listener.receive(request),
      close: () => this.#listeners.delete(listener),
    };
  }

  /** Drops all documents. Open transactions and commits under way fail; listeners see it happen. */
  empty(): void {
    this.visibility.drop();
    this.#transactions.clear();
    const everything = { parent: "", collectionId: undefined, descendants: true };
    const changes = [...this.documents.inScope(everything)].map((before) => ({
      path: before.path,
      before,
      after: undefined,
    }));
    this.documents.clear();
    this.since = this.clock.next();
    for (const listener of this.#listeners) listener.changed(changes, this.since);
  }

  /** A moment that can be read at. */
  #checked(moment: Micros): Micros {
    const now = this.now();
    if (moment > now) throw invalid("The read time may not be in the future.");
    if (moment < now - retention) {
      throw new Failure(status.FAILED_PRECONDITION, "The read time is too old.");
    }
    return moment;
  }

  #apply(
    writes: messages.Write[],
    request: Micros,
    transaction: Transaction | undefined,
  ): Promise<{ commitTime: object; writeResults: messages.WriteResult[] }> {
    const paths = writes.map((write) => pathOf(write, this.names));
    return this.#transactions.whenFree(paths, transaction, () => {
      const commit = this.clock.next();
      const read = (path: string) => this.documents.get(path);
      const { changes, results } = applyWrites(writes, { request, commit }, this.names, read);
      this.documents.put(changes, commit);
      for (const listener of this.#listeners) listener.changed(changes, commit);
      return { commitTime: toWireTime(commit), writeResults: results };
    });
  }

  /** What `serverTimestamp()` becomes: when the request arrived, in whole milliseconds. */
  #requestTime(): Micros {
    return Math.floor(this.now() / 1000) * 1000;
  }
}
