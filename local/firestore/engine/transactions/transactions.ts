import { status } from "@grpc/grpc-js";
import { Failure } from "../../failure";
import type { TransactionOptions } from "../../messages";
import { Transaction } from "./transaction";

/** Milliseconds that the official emulator lets a write wait for what others have read. */
export const officialLockTimeout = 2000;

interface Waiter {
  paths: string[];
  own: Transaction | undefined;
  proceed: () => void;
}

/**
 * The open transactions of one database, and the writes that wait for them. Reading is always possible;
 * a write to what an open transaction has read waits until that has ended, as on the official emulator.
 */
export class Transactions {
  readonly #open = new Map<string, Transaction>();
  #waiting: Waiter[] = [];

  constructor(private readonly lockTimeout: number) {}

  begin(options: TransactionOptions | undefined): Transaction {
    const transaction = new Transaction(options);
    this.#open.set(key(transaction.id), transaction);
    return transaction;
  }

  get(id: Uint8Array): Transaction {
    const transaction = this.#open.get(key(id));
    if (!transaction || transaction.isExpired) {
      // By these words the Admin SDK knows that it may retry.
      const message = "The referenced transaction has expired or is no longer valid";
      throw new Failure(status.INVALID_ARGUMENT, message);
    }
    transaction.use();
    return transaction;
  }

  /** Releases a transaction's locks, and lets the writes that waited for it proceed, in their order. */
  end(transaction: Transaction): void {
    this.#open.delete(key(transaction.id));
    this.#wake();
  }

  clear(): void {
    this.#open.clear();
    this.#wake();
  }

  /**
   * Runs `write` as soon as no other transaction has read any of `paths`: at once if none has. A write that
   * waits too long is refused, which also ends a deadlock.
   */
  whenFree<Result>(
    paths: string[],
    own: Transaction | undefined,
    write: () => Result,
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      const proceed = () => {
        resolve(new Promise((done) => done(write())));
      };
      if (this.#isFree(paths, own)) {
        proceed();
        return;
      }
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((other) => other !== waiter);
        reject(new Failure(status.ABORTED, "Transaction lock timeout."));
      }, this.lockTimeout);
      const waiter = {
        paths,
        own,
        proceed: () => {
          clearTimeout(timer);
          proceed();
        },
      };
      this.#waiting.push(waiter);
    });
  }

  #isFree(paths: string[], own: Transaction | undefined): boolean {
    for (const [id, transaction] of this.#open) {
      if (transaction.isExpired) this.#open.delete(id);
      else if (transaction !== own && paths.some((path) => transaction.locks(path))) return false;
    }
    return true;
  }

  #wake(): void {
    for (const waiter of [...this.#waiting]) {
      if (!this.#waiting.includes(waiter) || !this.#isFree(waiter.paths, waiter.own)) continue;
      this.#waiting = this.#waiting.filter((other) => other !== waiter);
      waiter.proceed();
    }
  }
}

const key = (id: Uint8Array): string => Buffer.from(id).toString("base64");
