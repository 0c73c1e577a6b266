import type { Message } from "./message";

export interface Mailer {
  /** Hands a message over to the mail provider. Rejects unless the provider accepted it. */
  send(message: Message): Promise<void>;
}
