import { plannedBackend } from "./planned-deploy";

const kit = { FIREBASE_KIT_INSTANCE_ID: "auth" };

describe("a deploy of the function kit, by the Firebase CLI's own code,", () => {
  test("asks for a check afterwards, the first time and later, with a task that the SDK takes", async () => {
    const { lifecycleHooks } = await plannedBackend(kit, { entry: "kit", prefix: "kit-auth" });
    const task = { function: "kit-auth-checkDeployment", body: { data: {} } };
    expect(lifecycleHooks).toEqual({ afterFirstDeploy: { task }, afterRedeploy: { task } });
  });

  test("is the same for whoever exports all of it without the kit, and without a group", async () => {
    const { lifecycleHooks } = await plannedBackend({}, { entry: "kit" });
    expect(lifecycleHooks).toMatchObject({
      afterRedeploy: { task: { function: "checkDeployment" } },
    });
  });

  test("would be refused in a group, where the task has another name", async () => {
    await expect(plannedBackend(kit, { entry: "kit", group: "auth" })).rejects.toThrow(
      'Target endpoint "checkDeployment" not found',
    );
  });

  test("needs no such check of a deploy without the kit, grouped or not", async () => {
    expect(await plannedBackend({})).not.toHaveProperty("lifecycleHooks");
    expect(await plannedBackend({}, { group: "auth" })).not.toHaveProperty("lifecycleHooks");
  });
});
