import { generateToken } from "../../../src/operations/sign-in/generate-token";
import { password, startBackend } from "../../../testing/backend";
import { clientWith } from "../../../testing/client";
import { running } from "../../../testing/running";

describe("the trail of sign-ins", () => {
  const backend = running(startBackend);
  const headers = {
    "user-agent":
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
    "x-forwarded-for": "203.0.113.7",
  };
  const place = "203.0.113.0/24";

  const signIn = (email: string, typed: string) =>
    generateToken.perform(
      { email, password: typed },
      clientWith(undefined, headers),
      backend.ports,
    );
  const entries = (userId: string) =>
    backend.ports.activity.list({ userId, action: "generateToken", limit: 10 });

  test("names who signed in, on what device and from where", async () => {
    const { id, email } = await backend.newUser();
    const before = await entries(id);
    await signIn(email!, password);
    const [latest, ...others] = await entries(id);
    expect(others).toEqual(before);
    expect(latest).toMatchObject({
      outcome: "ok",
      userId: id,
      by: id,
      device: "Chrome on macOS",
      place,
    });
  });

  test("names a refusal, for an address that nobody has as well, and never the address", async () => {
    const { id, email } = await backend.newUser();
    const nobodys = backend.newEmail();
    for (const address of [email!, nobodys]) {
      await expect(signIn(address, "wrong password")).rejects.toMatchObject({
        code: "invalid-credentials",
      });
    }
    const refused = { outcome: "refused", code: "invalid-credentials", by: null, place };
    expect((await entries(id))[0]).toMatchObject({ ...refused, userId: id });
    const { docs } = await backend.firestore
      .collection("activity")
      .where("userId", "==", null)
      .get();
    expect(docs.map((entry) => entry.data())).toMatchObject([{ ...refused, userId: null }]);
    expect(JSON.stringify(docs.map((entry) => entry.data()))).not.toContain(nobodys);
  });
});
