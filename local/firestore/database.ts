import type { Duplex } from "node:stream";
import { status } from "@grpc/grpc-js";
import { Timestamp } from "firebase-admin/firestore";
import {
  allOrNothing,
  createStore,
  QueryBuilder,
  transformWrites,
  type PreparedWrite,
  type Query,
  type WriteOperation,
} from "./engine";
import { Failure, statusOf } from "./failure";
import type * as messages from "./messages";
import "./mends";
import { Transactions, type Transaction } from "./transactions";
import { Visibility } from "./visibility";

/** Takes the replies of a streaming call, in order. */
type Push = (reply: object) => void;

interface ReadSelector {
  transaction?: Uint8Array | string | null;
  newTransaction?: messages.TransactionOptions | null;
}

/** One Firestore database: its documents, open transactions and commits under way. */
export class Database {
  readonly visibility = new Visibility();
  readonly #transactions = new Transactions();
  readonly #engine: ReturnType<typeof createStore>;
  readonly #clock: () => Timestamp;

  constructor(projectId: string, databaseId: string, clock: () => Timestamp) {
    this.#clock = clock;
    this.#engine = createStore(projectId, databaseId, clock);
  }

  begin({ options }: messages.BeginRequest): messages.BeginReply {
    return { transaction: this.#transactions.begin(options).id };
  }

  rollback({ transaction }: messages.RollbackRequest): void {
    if (transaction) this.#transactions.end(bytes(transaction));
  }

  batchGet(request: messages.BatchGetRequest, push: Push): void {
    const { wire, store } = this.#ends();
    const { transaction, readTime, begun } = this.#reading(request);
    for (const name of request.documents ?? []) {
      const state = store.getDoc(wire.toInternalPath(name, "document"), readTime);
      transaction?.sawDocument(state, store);
      const content = state.exists
        ? { found: wire.serializeDoc(state, request.mask?.fieldPaths ?? undefined) }
        : { missing: name };
      push({ ...content, ...begun, readTime: proto(readTime) });
    }
  }

  runQuery(request: messages.RunQueryRequest, push: Push): void {
    this.#answer(QueryBuilder.fromQuery(this.#engine.client.context, request), request, push);
  }

  runAggregationQuery(request: messages.RunAggregationQueryRequest, push: Push): void {
    const query = QueryBuilder.fromAggregationQuery(this.#engine.client.context, request);
    this.#answer(query, request, push);
  }

  /** Applies all writes or none, unless something that its transaction read has changed since. */
  async commit(request: messages.CommitRequest): Promise<messages.CommitReply> {
    const writes = request.writes ?? [];
    const requestTime = this.#requestTime();
    await this.visibility.wait(writes);
    if (request.transaction?.length) this.#conclude(bytes(request.transaction), writes);
    return this.#apply(writes, requestTime);
  }

  /** Applies each write by itself; one that fails does not concern the others. */
  async batchWrite(request: messages.BatchWriteRequest): Promise<messages.BatchWriteReply> {
    const writes = request.writes ?? [];
    const requestTime = this.#requestTime();
    await this.visibility.wait(writes);
    const outcomes = writes.map((write) => {
      try {
        const { writeResults } = this.#apply([write], requestTime);
        return { result: writeResults?.[0] ?? {}, status: { code: status.OK } };
      } catch (error) {
        const { code, details } = statusOf(error);
        return { result: {}, status: { code, message: details } };
      }
    });
    return {
      writeResults: outcomes.map(({ result }) => result),
      status: outcomes.map(({ status }) => status),
    };
  }

  listDocuments(request: messages.ListDocumentsRequest): messages.ListDocumentsReply {
    const { wire, store } = this.#ends();
    const path = wire.collectionPath(request.parent ?? "", request.collectionId ?? "");
    const mask = request.mask?.fieldPaths ?? undefined;
    return {
      documents: store
        .listDocuments(path, request.showMissing === true)
        .sort((one, other) => (one.path < other.path ? -1 : 1))
        .map((state) => wire.serializeDoc(state, mask)),
    };
  }

  listCollectionIds({
    parent,
  }: messages.ListCollectionIdsRequest): messages.ListCollectionIdsReply {
    const { wire, store } = this.#ends();
    return {
      collectionIds: store.listCollectionIds(wire.toInternalPath(parent ?? "", "document")),
    };
  }

  /** Opens a stream of changes: listen requests go in, listen replies come out. */
  listen(): Duplex {
    return this.#engine.client.listen({});
  }

  /** Drops all documents. Open transactions and commits under way fail; listeners see it happen. */
  empty(): void {
    this.visibility.drop();
    this.#transactions.clear();
    const { store, forget } = this.#engine;
    // Forgetting is silent: only a deletion reaches those who listen to a single document.
    store.batchWrite(
      store.all().map(({ path }) => ({ type: "delete", path })),
      allOrNothing,
    );
    forget();
  }

  #ends() {
    return { wire: this.#engine.client.context, store: this.#engine.store };
  }

  #reading({ transaction: id, newTransaction }: ReadSelector): {
    transaction: Transaction | undefined;
    readTime: Timestamp;
    begun: { transaction?: Uint8Array };
  } {
    if (newTransaction) {
      const transaction = this.#transactions.begin(newTransaction);
      const readTime = transaction.readTime(this.#clock);
      return { transaction, readTime, begun: { transaction: transaction.id } };
    }
    const transaction = id?.length ? this.#transactions.get(bytes(id)) : undefined;
    const readTime = transaction?.readTime(this.#clock) ?? this.#clock();
    return { transaction, readTime, begun: {} };
  }

  #answer(query: Query, request: ReadSelector, push: Push): void {
    const { wire } = this.#ends();
    const { transaction, readTime, begun } = this.#reading(request);
    const results = query.run(wire, readTime);
    transaction?.sawResults(query, results);
    query.encoder({
      context: wire,
      stream: { push },
      docs: results,
      readTime,
      transaction: begun.transaction,
    });
  }

  /** Ends a transaction, and refuses its writes if they rest on something that is no longer so. */
  #conclude(id: Uint8Array, writes: messages.Write[]): void {
    const { wire, store } = this.#ends();
    const transaction = this.#transactions.get(id);
    this.#transactions.end(id);
    if (writes.length === 0) return;
    if (transaction.readOnly) {
      throw new Failure(status.INVALID_ARGUMENT, "Cannot write in a read-only transaction");
    }
    if (!transaction.stillHolds(wire, store)) {
      throw new Failure(status.ABORTED, "Something that the transaction read has changed since");
    }
  }

  #apply(writes: messages.Write[], requestTime: Timestamp): messages.CommitReply {
    const { wire, store } = this.#ends();
    const prepared = transformWrites(wire, writes);
    const { serverTime, results } = store.batchWrite(
      prepared.map((write) => stamped(write, requestTime)),
      allOrNothing,
    );
    return {
      commitTime: proto(serverTime),
      writeResults: prepared.map(({ transformResults }, position) => ({
        updateTime: proto(results[position]?.serverTime ?? serverTime),
        ...(transformResults && { transformResults }),
      })),
    };
  }

  /** What `serverTimestamp()` becomes: when the request arrived, in whole milliseconds. */
  #requestTime(): Timestamp {
    return Timestamp.fromMillis(this.#clock().toMillis());
  }
}

/** The write with its server timestamps those of the request, whenever it takes effect. */
function stamped({ normalized }: PreparedWrite, serverTime: Timestamp): WriteOperation {
  const { transformers = [] } = normalized;
  return {
    ...normalized,
    transformers: transformers.map((transform) => ({
      ...transform,
      transformer: (field) => transform.transformer({ ...field, serverTime }),
    })),
  };
}

const bytes = (value: Uint8Array | string): Uint8Array =>
  typeof value === "string" ? Buffer.from(value, "base64") : value;

const proto = ({ seconds, nanoseconds }: Timestamp) => ({ seconds, nanos: nanoseconds });
