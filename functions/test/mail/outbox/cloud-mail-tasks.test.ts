import type { Functions } from "firebase-admin/functions";
import { cloudMailTasks } from "../../../src/mail/outbox/cloud-mail-tasks";

test("a mail's task goes to the queue of that very name, in a kit too", async () => {
  const calls: unknown[] = [];
  const queue = { enqueue: (...of: unknown[]) => Promise.resolve(calls.push(of)) };
  const taskQueue = (...of: unknown[]) => (calls.push(of), queue);
  const functions = { taskQueue } as unknown as Functions;
  const name = "locations/asia-east1/functions/kit-auth-sendMail";
  await cloudMailTasks(() => functions, name).enqueue("m1", 30);
  expect(calls).toEqual([
    [name, { scope: "global" }],
    [{ id: "m1" }, { scheduleDelaySeconds: 30 }],
  ]);
});
