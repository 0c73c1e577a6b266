import { getApps, initializeApp } from "firebase-admin/app";
import { type Functions, getFunctions } from "firebase-admin/functions";
import { queueNamed } from "../../../src/mail/outbox/cloud-mail-tasks";

const name = "locations/asia-east1/functions/kit-auth-sendMail";

test.each([
  ["13.10.0", [name]],
  ["14.5.1", [name, { scope: "global" }]],
])(
  "a queue is the one that is named, in a kit and with firebase-admin %s, too",
  (version, asked) => {
    const taskQueue = (...of: unknown[]) => of;
    const functions = { taskQueue } as unknown as Functions;
    expect(queueNamed(name, functions, version)).toEqual(asked);
  },
);

test("the installed firebase-admin takes what it is asked with", () => {
  const app = getApps()[0] ?? initializeApp({ projectId: "demo-queue" });
  expect(() => queueNamed(name, getFunctions(app))).not.toThrow();
});
