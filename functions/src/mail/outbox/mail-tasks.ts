/** What a task says: which entry of the outbox to send. */
export interface MailTask {
  id: string;
}

/** The task queue that hands entries of the outbox to the worker. */
export interface MailTasks {
  /**
   * @param delaySeconds - seconds to wait before the task runs. Default 0.
   * @throws {AuthError} `unavailable`.
   */
  enqueue(id: string, delaySeconds?: number): Promise<void>;
}
