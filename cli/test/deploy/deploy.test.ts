import { apis } from "../../../functions/src/config";
import { plannedBackend, plannedDeploy } from "./planned-deploy";

describe("a deploy, by the Firebase CLI's own code,", () => {
  test.each([
    ["us-central1", {}],
    ["europe-west1", { FUNCTIONS_REGION: "europe-west1" }],
  ])("puts every function into %s", async (region, parameters) => {
    const planned = await plannedDeploy(parameters);
    expect(planned.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["api", "generateToken", "onUserCreated", "sendMail", "sweep"]),
    );
    expect(new Set(planned.map((each) => each.region))).toEqual(new Set([region]));
  });

  test("runs as a service account of the team's own, which may then send mail tasks", async () => {
    const account = "auth@demo-deploy.iam.gserviceaccount.com";
    const planned = await plannedDeploy({ FUNCTIONS_SERVICE_ACCOUNT: account });
    expect(new Set(planned.map(({ serviceAccount }) => serviceAccount))).toEqual(
      new Set([account]),
    );
    const worker = planned.find(({ id }) => id === "sendMail");
    expect(worker?.taskQueueTrigger?.invoker).toEqual([account]);
  });

  test("runs as the default service account, without one", async () => {
    const planned = await plannedDeploy({});
    expect(planned.filter(({ serviceAccount }) => serviceAccount)).toEqual([]);
    const worker = planned.find(({ id }) => id === "sendMail");
    expect(worker?.taskQueueTrigger?.invoker).toEqual(["private"]);
  });

  test("has blocking functions only where they are asked for", async () => {
    const blocking = async (parameters: Record<string, string>) =>
      (await plannedDeploy(parameters)).map(({ id }) => id).filter((id) => id.startsWith("before"));
    expect(await blocking({})).toEqual([]);
    expect(await blocking({ BLOCKING_FUNCTIONS: "off" })).toEqual([]);
    expect(await blocking({ BLOCKING_FUNCTIONS: "on" })).toEqual([
      "beforeUserCreated",
      "beforeUserSignedIn",
    ]);
  });

  test("compares accounts only where it is asked to, in one instance", async () => {
    const comparing = async (parameters: Record<string, string>) =>
      (await plannedDeploy(parameters)).filter(({ id }) => id === "compareAccounts");
    expect(await comparing({})).toEqual([]);
    expect(await comparing({ COMPARE_ACCOUNTS: "on" })).toMatchObject([
      { maxInstances: 1, concurrency: 1 },
    ]);
  });

  test("asks for the APIs that are needed, and says what for", async () => {
    const { requiredAPIs } = await plannedBackend({});
    const asked = Object.fromEntries(requiredAPIs.map(({ api, reason }) => [api, reason]));
    for (const [api, reason] of Object.entries(apis)) expect(asked[api]).toContain(reason);
  });
});
