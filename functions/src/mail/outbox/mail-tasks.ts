/** What a task says: which entry of the outbox to send. */
export interface MailTask {
  id: string;
}

/** The task queue that hands entries of the outbox to the worker. */
export interface MailTasks {
  /** @throws {AuthError} `unavailable`. */
  enqueue(id: string): Promise<void>;
}
