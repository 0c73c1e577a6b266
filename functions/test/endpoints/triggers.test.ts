import type { FeaturesList } from "firebase-functions-test/lib/features";
import testFunctions from "firebase-functions-test";
import { onUserCreated, onUserDeleted } from "../../src/endpoints/triggers";
import { password, projectId, startBackend } from "../../testing/backend";
import { running } from "../../testing/running";

describe("the triggers", () => {
  const backend = running(startBackend);
  let functions: FeaturesList;
  beforeAll(() => {
    functions = testFunctions({ projectId });
  });
  afterAll(() => functions.cleanup());

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
