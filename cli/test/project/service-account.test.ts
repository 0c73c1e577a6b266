import { serviceAccountChecks } from "../../project/service-account";

const own = "auth@my-app.iam.gserviceaccount.com";
const byDefault = "42-compute@developer.gserviceaccount.com";

/** Answers as gcloud does, for a project with these roles and these grants on accounts. */
const gcloud =
  (roles: Record<string, string[]>, itself: string[] = [], role = "roles/iam.serviceAccountUser") =>
  (...args: string[]): Promise<string> => {
    if (args.includes("describe")) return Promise.resolve("42\n");
    if (args.includes("service-accounts")) {
      const members = itself.map((email) => `serviceAccount:${email}`);
      const bindings = [{ role, members }];
      return Promise.resolve(JSON.stringify({ bindings }));
    }
    const filter = args.find((arg) => arg.startsWith("--filter=")) ?? "";
    const email = filter.split("serviceAccount:")[1] ?? "";
    return Promise.resolve((roles[email] ?? []).join("\n"));
  };

async function missing(account: string, tool: ReturnType<typeof gcloud>): Promise<string[]> {
  const checks = serviceAccountChecks("my-app", account, tool);
  const findings = await Promise.all(checks.map((check) => check()));
  return findings.filter(({ state }) => state === "missing").map(({ what }) => what);
}

describe("check:deploy, of the service account,", () => {
  test("is content with the default one as old projects have it", async () => {
    const roles = { [byDefault]: ["roles/editor", "roles/cloudbuild.builds.builder"] };
    await expect(missing("", gcloud(roles))).resolves.toEqual([]);
  });

  test("names what the default one lacks in a new organization", async () => {
    await expect(missing("", gcloud({}))).resolves.toEqual([
      expect.stringContaining("roles/firebaseauth.admin"),
      expect.stringContaining("roles/datastore.user"),
      expect.stringContaining("roles/cloudtasks.enqueuer"),
      expect.stringContaining("roles/iam.serviceAccountUser"),
      expect.stringContaining("roles/cloudbuild.builds.builder"),
    ]);
  });

  test("names what the CLI does not give to one of the team's own", async () => {
    const roles = {
      [own]: ["roles/firebaseauth.admin", "roles/datastore.user", "roles/cloudtasks.enqueuer"],
      [byDefault]: ["roles/cloudbuild.builds.builder"],
    };
    await expect(missing(own, gcloud(roles, [own]))).resolves.toEqual([
      `${own} delivers tasks and events (roles/run.invoker)`,
      `${own} receives events (roles/eventarc.eventReceiver)`,
    ]);
  });

  test("leaves it to the team whether custom tokens must be signed, unless they can be", async () => {
    const state = async (tool: ReturnType<typeof gcloud>) => {
      const checks = serviceAccountChecks("my-app", own, tool);
      const findings = await Promise.all(checks.map((check) => check()));
      return findings.find(({ what }) => what.includes("custom tokens"))?.state;
    };
    const owner = { [own]: ["roles/owner"] };
    expect(await state(gcloud(owner))).toBe("ask");
    const role = "roles/iam.serviceAccountTokenCreator";
    expect(await state(gcloud(owner, [own], role))).toBe("ok");
  });
});
