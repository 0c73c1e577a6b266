import { checkProject } from "../../project/project-checks";
import type { Finding } from "../../project/readiness";

const failure = (stderr: string) =>
  Promise.reject(Object.assign(new Error("Command failed"), { stderr }));
const whatIs = (wanted: Finding["state"], findings: Finding[]) =>
  findings.filter(({ state }) => state === wanted).map(({ what }) => what);

describe("check:deploy, of a project", () => {
  test("reports what is present and what is missing, once the tools have looked", async () => {
    const asked: string[] = [];
    const findings = await checkProject("my-app", (command, args) => {
      asked.push([command, ...args].join(" "));
      if (args.includes("SMTP_URL")) return Promise.resolve("smtps://u:p@host:465\n");
      if (args.includes("functions:secrets:access"))
        return failure("Error: HTTP Error: 404, Secret not found");
      if (args.some((arg) => arg.includes("login:list"))) return Promise.resolve("a@example.com");
      if (args.includes("auth")) return Promise.resolve("a@example.com");
      if (args.includes("services")) return Promise.resolve("cloudtasks.googleapis.com\n");
      return Promise.resolve("");
    });
    expect(whatIs("ok", findings)).toEqual([
      "the Firebase CLI reaches the project (npx firebase login)",
      "the secret SMTP_URL is set: npx firebase functions:secrets:set SMTP_URL",
      "gcloud reaches the project (gcloud auth login)",
      "the API cloudtasks.googleapis.com is enabled",
    ]);
    expect(whatIs("unknown", findings)).toEqual([]);
    expect(whatIs("missing", findings)).toContain("the API firestore.googleapis.com is enabled");
    expect(whatIs("missing", findings)).toContain(
      "documents of outbox expire (npx firebase deploy --only firestore:indexes)",
    );
    const elsewhere = asked.filter((line) => !line.endsWith("--project my-app"));
    expect(elsewhere).toEqual(["npx firebase login:list"]);
  });

  test("reports nothing as missing that could not be checked, and says why", async () => {
    const findings = await checkProject("my-app", (command) =>
      command === "gcloud"
        ? Promise.reject(Object.assign(new Error("spawn gcloud ENOENT"), { code: "ENOENT" }))
        : failure("\nError: Failed to authenticate, have you run firebase login?\nmore\n"),
    );
    expect(findings.map(({ state }) => state)).toEqual(["unknown", "unknown"]);
    expect(findings[0]?.what).toMatch(
      /^the Firebase CLI reaches .*: Error: Failed to authenticate, have you run firebase login\? \(\d+ checks not made\)$/,
    );
    expect(findings[1]?.what).toMatch(
      /^gcloud reaches .*: it is not installed here \(\d+ checks not made\)$/,
    );
  });

  test("reports a single check as unknown when only that one fails", async () => {
    const findings = await checkProject("my-app", (_command, args) =>
      args.includes("ttls")
        ? failure("ERROR: (gcloud) PERMISSION_DENIED")
        : Promise.resolve("a@example.com"),
    );
    expect(whatIs("unknown", findings)).toContain(
      "documents of outbox expire (npx firebase deploy --only firestore:indexes): ERROR: (gcloud) PERMISSION_DENIED",
    );
  });
});
