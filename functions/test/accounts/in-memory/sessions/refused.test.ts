import { AuthError } from "../../../../src/errors";
import { generateToken } from "../../../../src/operations/sign-in/generate-token";
import { clientWith } from "../../../../testing/client";
import { browser, browserHeaders, somebody } from "../../../../testing/sessions/somebody";

const wrong = { password: "wrong horse battery" };

describe("a sign-in that is refused", () => {
  test("stands in the trail of whoever has the address", async () => {
    const { id, signIn, trail } = await somebody();
    await expect(signIn(wrong)).rejects.toMatchObject({ code: "invalid-credentials" });
    const refusal = { outcome: "refused", code: "invalid-credentials", userId: id, by: null };
    expect(await trail()).toEqual([
      expect.objectContaining({ ...refusal, action: "generateToken", ...browser }),
    ]);
  });

  test("stands in nobody's where nobody has it", async () => {
    const { ports } = await somebody();
    const request = { ...wrong, email: "nobody@example.com" };
    const client = clientWith(undefined, browserHeaders);
    await expect(generateToken.perform(request, client, ports)).rejects.toMatchObject({
      code: "invalid-credentials",
    });
    const [entry] = await ports.activity.list({ limit: 1 });
    expect(entry).toMatchObject({ outcome: "refused", userId: null, ...browser });
  });

  test("over a limit does not fill the trail", async () => {
    const { signIn, trail } = await somebody({ signInFailuresPerAccount: 2 });
    const codes: unknown[] = [];
    for (let times = 0; times < 6; times += 1) {
      const [outcome] = await Promise.allSettled([signIn(wrong)]);
      codes.push((outcome as PromiseRejectedResult).reason.code);
    }
    expect(codes).toContain("too-many-attempts");
    const refusals = codes.filter((code) => code === "invalid-credentials");
    expect((await trail()).map(({ code }) => code)).toEqual(refusals);
  });

  test("is none where Firebase can't be reached", async () => {
    const { ports, signIn, trail } = await somebody();
    const withPassword = () => Promise.reject(new AuthError("unavailable"));
    const away = { ...ports, signIn: { ...ports.signIn, withPassword } };
    await expect(signIn({}, undefined, away)).rejects.toMatchObject({ code: "unavailable" });
    expect(await trail()).toEqual([]);
  });
});
