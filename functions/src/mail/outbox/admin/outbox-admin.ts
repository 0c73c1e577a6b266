import type { MailKind } from "../../kinds";
import type { MailState } from "../entry";

/** An entry as an operator sees it: never a link or a code, for none is stored. */
export interface ListedMail {
  id: string;
  kind: MailKind;
  state: MailState;
  /** Whom it is for, by one of these two; both for a user who is to get a new address. */
  uid: string | undefined;
  address: string | undefined;
  attempts: number;
  /** Why it failed, was dropped or must be tried again; empty where nothing went wrong. */
  reason: string;
  createdAt: Date;
  /** When it is looked at next; absent in a final state. */
  dueAt: Date | undefined;
}

export interface MailQuery {
  /** Default: all. */
  readonly state?: MailState | undefined;
  readonly limit: number;
  /** The id of the mail after which the page begins. */
  readonly after?: string | undefined;
}

/** Manages the outbox for operators. Every method throws `unavailable` in an outage. */
export interface OutboxAdmin {
  count(): Promise<Record<MailState, number>>;

  /** Reads a page of mails, newest first. */
  list(query: MailQuery): Promise<ListedMail[]>;

  /** Sends a failed mail again. Returns it as it was; `undefined` where no such mail has failed. */
  retry(id: string): Promise<ListedMail | undefined>;

  /** Sends all failed mails again. Returns how many. */
  retryAll(): Promise<number>;
}
