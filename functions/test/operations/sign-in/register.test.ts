import { AuthError } from "../../../src/errors";
import { names, serviceWith } from "../../../testing/accounts";
import { password, startBackend } from "../../../testing/backend";
import { running } from "../../../testing/running";

const backend = running(startBackend);

test("a new user whom a blocking function refuses leaves no account, and gets no mail", async () => {
  const email = backend.newEmail();
  const mails = backend.tasks.tasks.length;
  const refusing = serviceWith(backend, ({ signIn }) => ({
    signIn: { ...signIn, withPassword: () => Promise.reject(new AuthError("not-allowed")) },
  }));
  await expect(refusing.register({ email, password, ...names })).rejects.toMatchObject({
    code: "not-allowed",
  });
  expect(await backend.ports.accounts.findByEmail(email)).toBeUndefined();
  const { docs } = await backend.firestore.collection("users").where("email", "==", email).get();
  expect(docs).toEqual([]);
  expect(backend.tasks.tasks).toHaveLength(mails);
});
