import type { FeaturesList } from "firebase-functions-test/lib/features";
import testFunctions from "firebase-functions-test";
import { onUserCreated, onUserDeleted } from "../../src/endpoints/triggers";
import { type Backend, password, projectId, startBackend } from "../../testing/backend";

describe("the triggers", () => {
  let backend: Backend;
  let functions: FeaturesList;
  beforeAll(async () => {
    backend = await startBackend();
    functions = testFunctions({ projectId });
  }, 60_000);
  afterAll(async () => {
    functions.cleanup();
    await backend.stop();
  });

  test("complete an account that was made elsewhere, and end one that was deleted", async () => {
    const email = backend.newEmail();
    const record = await backend.auth.createUser({ email, password, displayName: "Ada Lovelace" });
    await functions.wrap(onUserCreated as never)({ data: record });
    expect(await backend.ports.users.find(record.uid)).toMatchObject({
      firstName: "Ada",
      lastName: "Lovelace",
      role: "User",
    });
    expect((await backend.auth.getUser(record.uid)).customClaims).toEqual({ role: "User" });

    await backend.auth.deleteUser(record.uid);
    await functions.wrap(onUserDeleted as never)({ data: record });
    expect(await backend.ports.users.find(record.uid)).toBeUndefined();
    expect(await backend.ports.states.read(record.uid)).toMatchObject({ deleted: true });
  });
});
