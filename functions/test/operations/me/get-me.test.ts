import { getMe } from "../../../src/operations/me/get-me";
import { clientWith } from "../../../testing/client";
import { memoryBackend } from "../../../testing/memory/backend";

describe("getMe", () => {
  const backend = memoryBackend();

  test("reads the caller's account, and how they sign in, verified or not", async () => {
    const { id, email, accessToken } = await backend.newUser({ verified: false });
    const me = await getMe.perform({}, clientWith(accessToken), backend.ports);
    expect(me).toEqual({
      id,
      email,
      emailVerified: false,
      firstName: "Ada",
      lastName: "Lovelace",
      role: "User",
      disabled: false,
      locale: null,
      providers: ["password"],
      hasPassword: true,
      secondFactors: [],
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      lastSignInAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    expect(getMe.replies.safeParse(me).success).toBe(true);
  });

  test("takes no id: nobody reads another's account by it", async () => {
    const { accessToken } = await backend.newUser();
    const { id: userId } = await backend.newUser();
    const other = getMe.perform({ userId }, clientWith(accessToken), backend.ports);
    await expect(other).rejects.toMatchObject({ code: "invalid-request" });
  });

  test("refuses nobody", async () => {
    const nobody = getMe.perform({}, clientWith(undefined), backend.ports);
    await expect(nobody).rejects.toMatchObject({ code: "not-signed-in" });
  });
});
