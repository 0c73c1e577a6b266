import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startBackend } from "../testing/backend";

describe("what is deployed", () => {
  test("is these functions and nothing else", async () => {
    process.env.GCLOUD_PROJECT = "demo-deploy";
    const exported = Object.entries((await import("../src/index")) as Record<string, unknown>);
    const triggers = exported.map(([name, value]) => {
      const endpoint = (value as { __endpoint?: Record<string, unknown> }).__endpoint ?? {};
      const kind = Object.keys(endpoint).find((key) => key.endsWith("Trigger"));
      return `${name}: ${kind ?? "not a function"}`;
    });
    expect(triggers.sort()).toEqual([
      "api: httpsTrigger",
      "beforeUserCreated: blockingTrigger",
      "beforeUserSignedIn: blockingTrigger",
      "changeEmail: callableTrigger",
      "changePassword: callableTrigger",
      "compareAccounts: scheduleTrigger",
      "deleteMe: callableTrigger",
      "endOtherSessions: callableTrigger",
      "endSession: callableTrigger",
      "exportMe: callableTrigger",
      "generateToken: callableTrigger",
      "generateTokenForOAuth: callableTrigger",
      "getMe: callableTrigger",
      "isAuthorizedByEmail: callableTrigger",
      "isAuthorizedByRole: callableTrigger",
      "isAuthorizedByUserId: callableTrigger",
      "listActivity: callableTrigger",
      "listSessions: callableTrigger",
      "onUserCreated: eventTrigger",
      "onUserDeleted: eventTrigger",
      "register: callableTrigger",
      "renewToken: callableTrigger",
      "resetPassword: callableTrigger",
      "revokeTokens: callableTrigger",
      "sendEmailVerificationLink: callableTrigger",
      "sendMail: taskQueueTrigger",
      "sweep: scheduleTrigger",
      "sweepMail: scheduleTrigger",
      "updateMe: callableTrigger",
      "whoAmI: callableTrigger",
    ]);
  });

  test("has the mail provider's secret in the one function that mails", async () => {
    const functions = (await import("../src/index")) as unknown as Record<
      string,
      { __endpoint: { secretEnvironmentVariables?: { key: string }[] } }
    >;
    const holders = Object.keys(functions).filter((name) =>
      functions[name]!.__endpoint.secretEnvironmentVariables?.some(({ key }) => key === "SMTP_URL"),
    );
    expect(holders).toEqual(["sendMail"]);
  });

  test("runs on nodejs24, from its own lockfile", () => {
    const read = (file: string) =>
      JSON.parse(readFileSync(join(__dirname, "../..", file), "utf8")) as Record<string, unknown>;
    expect(read("functions/package.json")).toMatchObject({
      main: "lib/index.js",
      engines: { node: "24" },
    });
    expect(read("firebase.json")).toMatchObject({
      functions: [{ source: "functions", runtime: "nodejs24" }],
    });
    expect(read("functions/package-lock.json")).toMatchObject({ lockfileVersion: 3 });
  });

  test("refuses to start with the Auth emulator's variable set", async () => {
    const backend = await startBackend();
    await backend.stop();
    process.env.K_SERVICE = "api";
    try {
      await jest.isolateModulesAsync(async () => {
        await expect(import("../src/composition")).rejects.toThrow("FIREBASE_AUTH_EMULATOR_HOST");
      });
    } finally {
      delete process.env.K_SERVICE;
    }
  });
});
