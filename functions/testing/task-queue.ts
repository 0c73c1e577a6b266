import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A stand-in for Cloud Tasks: takes tasks as the Admin SDK posts them, and can be away. */
export interface TaskQueue {
  /** What `CLOUD_TASKS_EMULATOR_HOST` is to be set to. */
  host: string;
  /** The data of the tasks that were enqueued, oldest first. */
  tasks: unknown[];
  /** When each is to run, in milliseconds since 1970; `undefined`: at once. */
  schedule: (number | undefined)[];
  /** While `true`, it answers with 503. */
  away: boolean;
  stop(): Promise<void>;
}

export async function startTaskQueue(): Promise<TaskQueue> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      response.setHeader("content-type", "application/json");
      if (queue.away) {
        response.writeHead(503).end("{}");
        return;
      }
      if (request.method === "GET") {
        response.writeHead(404).end("{}");
        return;
      }
      const { task } = JSON.parse(Buffer.concat(chunks).toString()) as {
        task: { httpRequest: { body: string }; scheduleTime?: string };
      };
      const body = Buffer.from(task.httpRequest.body, "base64").toString();
      queue.tasks.push((JSON.parse(body) as { data: unknown }).data);
      queue.schedule.push(task.scheduleTime ? Date.parse(task.scheduleTime) : undefined);
      response.end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const queue: TaskQueue = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    tasks: [],
    schedule: [],
    away: false,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return queue;
}
