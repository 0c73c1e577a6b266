import type { Backend } from "../../testing/backend";
import type { Ports } from "../../src/ports";
import { deploymentFindings } from "../../src/operations/system/deployment-findings";
import { currentSchema } from "../../src/upgrade/schema";
import { running } from "../../testing/running";

let lines: object[] = [];
let check: () => Promise<void>;
const backend: Backend = running(async () => {
  // The SDK's logger writes to the console it finds when it is loaded.
  for (const level of ["info", "warn", "error"] as const) {
    jest.spyOn(console, level).mockImplementation((line: string) => {
      if (line.startsWith("{")) lines.push(JSON.parse(line) as object);
    });
  }
  const { startBackend } = await import("../../testing/backend");
  const { checkDeployment } = await import("../../src/endpoints/check-deployment");
  check = async () => checkDeployment.run({ data: {} } as never);
  return startBackend();
});
const schema = () => backend.firestore.doc("authBackend/schema");

describe("the check after a deploy", () => {
  beforeEach(() => (lines = []));
  afterEach(() => schema().delete());

  test("finds nothing where all is well, and says so", async () => {
    await schema().set({ version: currentSchema });
    await check();
    expect(lines).toMatchObject([{ severity: "INFO", message: "Deployment checked" }]);
  });

  test("fails where a newer version has changed the documents, and says what to do", async () => {
    await schema().set({ version: currentSchema + 1 });
    const problem = `The stored documents have the shape ${currentSchema + 1}; this version serves 1 to ${currentSchema}. Deploy the version that wrote them, or a newer one.`;
    await expect(check()).rejects.toThrow(problem);
    expect(lines).toEqual([{ severity: "ERROR", message: "Schema not served", problem }]);
  });

  test("leaves to the sweeper what it will upgrade", async () => {
    await check();
    expect(lines).toMatchObject([
      { message: "Stored documents to be upgraded", by: "sweep", from: 1, to: currentSchema },
    ]);
  });

  test("fails where Firestore is away, and says what was not checked", async () => {
    await backend.firestoreServer.pause();
    await expect(check()).rejects.toThrow("Indexes not checked; Schema not read");
    await backend.firestoreServer.resume();
    expect(lines).toMatchObject([{ severity: "WARNING" }, { severity: "WARNING" }]);
  });
});

test("an index that is missing is named by what it is for, with the command that mends it", async () => {
  const lacks = () => Promise.reject(Object.assign(new Error("needs an index"), { code: 9 }));
  const ports: Ports = { ...backend.ports, users: { ...backend.ports.users, list: lacks } };
  const current = Promise.resolve({ version: currentSchema });
  expect(await deploymentFindings(ports, current)).toEqual([
    {
      severity: "ERROR",
      message: "Indexes missing or being built",
      neededFor: expect.stringMatching(/^found users, newest first, .*disabled users, by name$/),
      command: "npx firebase deploy --only firestore:indexes",
    },
  ]);
});
