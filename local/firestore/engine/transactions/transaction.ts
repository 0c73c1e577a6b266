import { randomBytes } from "node:crypto";
import type { TransactionOptions } from "../../messages";
import { hasDocument, type Scope } from "../documents/scope";
import { type Micros, toMicros } from "../values/time";

/** Milliseconds after which Firestore ends a transaction: in total, and without a request. */
const lifetime = 270_000;
const idleTime = 60_000;

/** An open transaction and what it has read, which no one else may change while it is open. */
export class Transaction {
  readonly id = randomBytes(16);
  readonly readOnly: boolean;
  /** The moment at which a read-only transaction reads; that of its first read unless it was told. */
  readTime: Micros | undefined;
  readonly #begun = Date.now();
  #used = Date.now();
  readonly #documents = new Set<string>();
  readonly #scopes: Scope[] = [];

  constructor(options: TransactionOptions | undefined) {
    this.readOnly = options?.readOnly !== undefined;
    const readTime = options?.readOnly?.readTime;
    this.readTime = readTime && toMicros(readTime);
  }

  get isExpired(): boolean {
    return Date.now() > Math.min(this.#begun + lifetime, this.#used + idleTime);
  }

  use(): void {
    this.#used = Date.now();
  }

  lockDocument(path: string): void {
    if (!this.readOnly) this.#documents.add(path);
  }

  /** A query locks everything that it searched: new documents would change its results, too. */
  lockScope(scope: Scope): void {
    if (!this.readOnly) this.#scopes.push(scope);
  }

  locks(path: string): boolean {
    return this.#documents.has(path) || this.#scopes.some((scope) => hasDocument(scope, path));
  }
}
