import { randomBytes } from "node:crypto";
import { status } from "@grpc/grpc-js";
import { Timestamp } from "firebase-admin/firestore";
import type { DocumentState, Query, Store, Wire } from "./engine";
import { Failure } from "./failure";
import type { TransactionOptions } from "./messages";

/** Milliseconds after which Firestore gives up an open transaction. */
const lifetime = 270_000;

/** No document's version. */
const outdated = -1;

/**
 * What an open transaction has read, so that its commit can tell whether all of it still stands.
 * Documents are told apart by version: times would take two changes of one moment for one.
 */
export class Transaction {
  readonly id = randomBytes(16);
  readonly begun = Date.now();
  readonly readOnly: boolean;
  #readTime: Timestamp | undefined;
  readonly #documents = new Map<string, number>();
  readonly #queries: { query: Query; results: string }[] = [];

  constructor(options: TransactionOptions | null | undefined) {
    this.readOnly = options?.readOnly != null;
    const readTime = options?.readOnly?.readTime;
    if (readTime) {
      this.#readTime = new Timestamp(Number(readTime.seconds), readTime.nanos ?? 0);
    }
  }

  /** The moment at which all its reads are made: that of the first. */
  readTime(clock: () => Timestamp): Timestamp {
    return (this.#readTime ??= clock());
  }

  sawDocument({ path, exists, version }: DocumentState, store: Store): void {
    if (this.#documents.has(path)) return;
    // What was missing at the read time has, in the store, the version of what has come since.
    const isOutdated = exists !== store.getDoc(path).exists;
    this.#documents.set(path, isOutdated ? outdated : version);
  }

  sawResults(query: Query, results: DocumentState[]): void {
    this.#queries.push({ query, results: fingerprint(results) });
  }

  /** Whether every read would have the same result now, newcomers to a query included. */
  stillHolds(wire: Wire, store: Store): boolean {
    const now = store.serverTime();
    return (
      [...this.#documents].every(([path, version]) => store.getDoc(path).version === version) &&
      this.#queries.every(({ query, results }) => fingerprint(query.run(wire, now)) === results)
    );
  }
}

const fingerprint = (results: DocumentState[]): string =>
  JSON.stringify(results.map(({ path, version }) => [path, version]));

/** The open transactions of one database. */
export class Transactions {
  readonly #open = new Map<string, Transaction>();

  begin(options: TransactionOptions | null | undefined): Transaction {
    this.#expire();
    const transaction = new Transaction(options);
    this.#open.set(key(transaction.id), transaction);
    return transaction;
  }

  get(id: Uint8Array): Transaction {
    const transaction = this.#open.get(key(id));
    if (!transaction) {
      // In these words the Admin SDK knows that it may begin anew.
      const message = "The referenced transaction has expired or is no longer valid";
      throw new Failure(status.INVALID_ARGUMENT, message);
    }
    return transaction;
  }

  end(id: Uint8Array): void {
    this.#open.delete(key(id));
  }

  clear(): void {
    this.#open.clear();
  }

  /** Drops what a client left behind when it died. A map keeps its order, so the oldest come first. */
  #expire(): void {
    for (const [id, { begun }] of this.#open) {
      if (Date.now() - begun < lifetime) return;
      this.#open.delete(id);
    }
  }
}

const key = (id: Uint8Array): string => Buffer.from(id).toString("base64");
