import { SDK_VERSION } from "firebase-admin/app";
import type { Functions, TaskQueue } from "firebase-admin/functions";
import { withinDeadline } from "../../deadline";
import { AuthError, unavailable } from "../../errors";
import type { MailTask, MailTasks } from "./mail-tasks";

/** Enqueues with Cloud Tasks, in the queue of a task function. */
export function cloudMailTasks(functions: () => Functions, queueName: string): MailTasks {
  return {
    async enqueue(id, delaySeconds = 0) {
      try {
        const queue = queueNamed(queueName, functions());
        const later = delaySeconds > 0 ? { scheduleDelaySeconds: delaySeconds } : {};
        await withinDeadline("The task queue", queue.enqueue({ id }, later));
      } catch (error) {
        throw error instanceof AuthError ? error : unavailable("The task queue", error);
      }
    },
  };
}

/**
 * Returns the queue that has this very name. In a kit, firebase-admin 14 would put the kit's name before it once more, and
 * send an identity that only extensions have. Version 13 knows neither kits nor scopes, and takes none.
 */
export function queueNamed(
  name: string,
  functions: Functions,
  version = SDK_VERSION,
): TaskQueue<MailTask> {
  if (Number.parseInt(version, 10) < 14) return functions.taskQueue(name);
  return functions.taskQueue(name, { scope: "global" } as unknown as string);
}

export interface QueueProbeOptions {
  projectId: string;
  /** As `mailQueueName` gives it. */
  queueName: string;
  /** `host:port` of the Cloud Tasks emulator, instead of Google's. Default: none. */
  emulatorHost?: string | undefined;
  /** Returns a Google access token. */
  accessToken: () => Promise<string>;
  /** Milliseconds after which the probe gives up. Default 2,000. */
  timeout?: number;
}

/**
 * Makes a probe that asks Cloud Tasks for the queue, and rejects if the service can't be reached or the queue is missing
 * or paused. Reading a queue needs another permission than enqueueing: a refusal shows that the service is there, which
 * is enough.
 */
export function mailQueueProbe({
  projectId,
  queueName,
  emulatorHost,
  accessToken,
  timeout = 2_000,
}: QueueProbeOptions): () => Promise<void> {
  const queue = `projects/${projectId}/${queueName.replace("/functions/", "/queues/")}`;
  const url = emulatorHost
    ? `http://${emulatorHost}/${queue}`
    : `https://cloudtasks.googleapis.com/v2/${queue}`;
  return async () => {
    const headers = emulatorHost ? {} : { authorization: `Bearer ${await accessToken()}` };
    const reply = await fetch(url, { headers, signal: AbortSignal.timeout(timeout) });
    const { state = "RUNNING" } = reply.ok ? ((await reply.json()) as { state?: string }) : {};
    // The emulator does not support this, and answers 404.
    const missing = reply.status === 404 && emulatorHost === undefined;
    if (reply.status >= 500 || missing || state !== "RUNNING") {
      throw unavailable("The task queue", { status: reply.status, state });
    }
  };
}
