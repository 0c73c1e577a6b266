import { answer, type Finding } from "../../check-deploy/check";
import { serviceAccountChecks } from "../../check-deploy/service-account";
import { type Run, toolsFor } from "../../check-deploy/tools";

const own = "auth@my-app.iam.gserviceaccount.com";
const byDefault = "42-compute@developer.gserviceaccount.com";
const policy = (roles: Record<string, string[]>) => ({
  bindings: Object.entries(roles).flatMap(([email, held]) =>
    held.map((role) => ({ role, members: [`serviceAccount:${email}`] })),
  ),
});

/** What is found in a project with these roles, and with these that the account has on itself. */
async function findings(
  account: string,
  roles: Record<string, string[]>,
  onItself: string[] = [],
): Promise<Finding[]> {
  const run: Run = (_command, args) =>
    Promise.resolve(
      JSON.stringify(policy(args.includes("service-accounts") ? { [account]: onItself } : roles)),
    );
  const tools = toolsFor("my-app", run);
  const checks = serviceAccountChecks("my-app", account, tools, () => Promise.resolve("42"));
  return (await Promise.all(checks.map(answer))).flat();
}

const missing = async (...args: Parameters<typeof findings>) =>
  (await findings(...args)).filter(({ state }) => state === "missing").map(({ what }) => what);

describe("check:deploy, of the service account,", () => {
  test("is content with the default one as old projects have it", async () => {
    const roles = { [byDefault]: ["roles/editor", "roles/cloudbuild.builds.builder"] };
    await expect(missing("", roles)).resolves.toEqual([]);
  });

  test("names what the default one lacks in a new organization", async () => {
    await expect(missing("", {})).resolves.toEqual([
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
    await expect(missing(own, roles, ["roles/iam.serviceAccountUser"])).resolves.toEqual([
      `${own} delivers tasks and events (roles/run.invoker)`,
      `${own} receives events (roles/eventarc.eventReceiver)`,
    ]);
  });

  test("leaves it to the team whether custom tokens must be signed, unless they can be", async () => {
    const owner = { [own]: ["roles/owner"] };
    const stateWith = async (...onItself: string[]) =>
      (await findings(own, owner, onItself)).find(({ what }) => what.includes("custom tokens"))
        ?.state;
    expect(await stateWith()).toBe("ask");
    expect(await stateWith("roles/iam.serviceAccountTokenCreator")).toBe("ok");
  });
});
