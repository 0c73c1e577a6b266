import { onUserCreated, onUserDeleted } from "../../src/endpoints/triggers";
import { password, startBackend } from "../../testing/backend";
import { running } from "../../testing/running";

describe("the triggers", () => {
  const backend = running(startBackend);

  test("complete an account that was made elsewhere, and end one that was deleted", async () => {
    const email = backend.newEmail();
    const record = await backend.auth.createUser({ email, password, displayName: "Ada Lovelace" });
    await onUserCreated.run({ data: record } as never);
    expect(await backend.ports.users.find(record.uid)).toMatchObject({
      firstName: "Ada",
      lastName: "Lovelace",
      role: "User",
    });
    expect((await backend.auth.getUser(record.uid)).customClaims).toEqual({ role: "User" });

    await backend.auth.deleteUser(record.uid);
    await onUserDeleted.run({ data: record } as never);
    expect(await backend.ports.users.find(record.uid)).toBeUndefined();
    expect(await backend.ports.states.read(record.uid)).toMatchObject({ deleted: true });
  });
});
