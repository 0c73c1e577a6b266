import { AuthError, type AuthErrorCode } from "../../../src/errors";
import type { SignIn } from "../../../src/identity/sign-in";
import { names } from "../../../testing/accounts";
import { startBackend } from "../../../testing/backend";
import { memoryBackend } from "../../../testing/memory/backend";
import { password } from "../../../testing/parameters";
import { running } from "../../../testing/running";

describe("a new user whose first sign-in comes to nothing", () => {
  const emulators = running(startBackend);

  /** What a registration comes to while Firebase answers one call of its first sign-in so, and what it leaves. */
  async function registered(call: keyof SignIn, code: AuthErrorCode) {
    const { ports, mails, service } = memoryBackend();
    const email = emulators.newEmail();
    ports.signIn = { ...ports.signIn, [call]: () => Promise.reject(new AuthError(code)) };
    const refusal: unknown = await service
      .register({ email, password, ...names })
      .catch((thrown: unknown) => thrown);
    const account = await ports.accounts.findByEmail(email);
    const documents = await ports.records.holders("User");
    return { refusal, account, documents, mails };
  }

  test.each<[keyof SignIn, AuthErrorCode]>([
    ["withPassword", "not-allowed"],
    ["withPassword", "user-disabled"],
    ["withPassword", "weak-password"],
    ["withPassword", "too-many-attempts"],
    ["withPassword", "invalid-credentials"],
    ["withPassword", "second-factor-required"],
    ["withPassword", "internal"],
    ["lookUp", "user-disabled"],
    ["lookUp", "internal"],
  ])("because %s is refused with %s leaves no account, and gets no mail", async (call, code) => {
    const { refusal, account, documents, mails } = await registered(call, code);
    expect(refusal).toMatchObject({ code });
    expect({ account, documents, mails }).toEqual({ account: undefined, documents: [], mails: [] });
  });

  test("because of an outage stays, and asks for the mail after signing in", async () => {
    const { refusal, account, documents, mails } = await registered("withPassword", "unavailable");
    expect(refusal).toMatchObject({ code: "unavailable" });
    expect(documents).toEqual([account?.uid]);
    expect(mails).toEqual([]);
  });

  test("because a blocking function refuses leaves nothing at Firebase and in Firestore", async () => {
    const email = emulators.newEmail();
    const { ports, service } = emulators;
    const withPassword = jest
      .spyOn(ports.signIn, "withPassword")
      .mockRejectedValueOnce(new AuthError("not-allowed"));
    await expect(service.register({ email, password, ...names })).rejects.toMatchObject({
      code: "not-allowed",
    });
    expect(withPassword).toHaveBeenCalledTimes(1);
    expect(await ports.accounts.findByEmail(email)).toBeUndefined();
    const users = emulators.firestore.collection("users").where("email", "==", email);
    expect((await users.get()).docs).toEqual([]);
    expect(emulators.tasks.tasks).toEqual([]);
  });
});
