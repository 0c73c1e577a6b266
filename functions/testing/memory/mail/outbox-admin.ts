import type { OutboxAdmin } from "../../../src/mail/outbox/admin/outbox-admin";

/** An outbox in which nothing has failed: mails that are only asked for are nobody's to look after. */
export function memoryOutboxAdmin(): OutboxAdmin {
  const none = { queued: 0, sending: 0, delivered: 0, failed: 0, dropped: 0 };
  return {
    count: () => Promise.resolve(none),
    list: () => Promise.resolve([]),
    retry: () => Promise.resolve(undefined),
    retryAll: () => Promise.resolve(0),
  };
}
