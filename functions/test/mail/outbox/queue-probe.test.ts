import { mailQueueProbe } from "../../../src/mail/outbox/cloud-mail-tasks";

/** Cloud Tasks as it would answer. */
function probe(status: number, body: object, asked: string[] = []): () => Promise<void> {
  jest.spyOn(globalThis, "fetch").mockImplementation((url, init) => {
    asked.push(url as string, new Headers(init?.headers).get("authorization") ?? "");
    return Promise.resolve(Response.json(body, { status }));
  });
  return mailQueueProbe({
    projectId: "abacus",
    queueName: "locations/europe-west1/functions/sendMail",
    accessToken: () => Promise.resolve("token"),
  });
}
afterEach(() => jest.restoreAllMocks());

test("asks for the queue that mails are enqueued in", async () => {
  const asked: string[] = [];
  await probe(200, { state: "RUNNING" }, asked)();
  expect(asked).toEqual([
    "https://cloudtasks.googleapis.com/v2/projects/abacus/locations/europe-west1/queues/sendMail",
    "Bearer token",
  ]);
});

test("is content with a service that says that it may not look", async () => {
  await expect(probe(403, {})()).resolves.toBeUndefined();
});

test.each([
  [404, {}],
  [503, {}],
  [200, { state: "PAUSED" }],
])("is not content with %s %j", async (status, body) => {
  await expect(probe(status, body)()).rejects.toMatchObject({ code: "unavailable" });
});
