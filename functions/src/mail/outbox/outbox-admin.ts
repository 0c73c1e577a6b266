import type { MailKind } from "../kinds";
import type { MailState } from "./entry";

/** An entry as an operator sees it. */
export interface ListedMail {
  id: string;
  kind: MailKind;
  /** Whom it is for: an address, or a uid. */
  recipient: string;
  attempts: number;
  reason: string;
  createdAt: Date;
}

/** Manages the outbox for operators. Every method throws `unavailable` in an outage. */
export interface OutboxAdmin {
  count(): Promise<Record<MailState, number>>;

  /** The newest 100 mails in a state, newest first. */
  list(state: MailState): Promise<ListedMail[]>;

  /** Sends a failed mail again. Returns whether there is such a mail. */
  retry(id: string): Promise<boolean>;

  /** Sends all failed mails again. Returns how many. */
  retryAll(): Promise<number>;
}
