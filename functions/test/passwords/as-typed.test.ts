import { startBackend } from "../../testing/backend";
import { running } from "../../testing/running";

describe("a password is checked exactly as it was typed,", () => {
  const backend = running(startBackend);
  const names = { firstName: "Ada", lastName: "Lovelace" };

  const signsIn = async (email: string, password: string) => {
    const outcome = await backend.service.generateToken({ email, password }).catch(String);
    return typeof outcome === "object";
  };

  test.each([
    ["spaces around it", " battery horse staple ", "battery horse staple"],
    ["its case", "Battery Horse Staple", "battery horse staple"],
    ["its last of 4,096 characters", `${"x7".repeat(2047)}yz`, `${"x7".repeat(2047)}yy`],
    ["characters of any kind", "Ünï 密码 🙂 only once", "Uni 密码 🙂 only once"],
  ])("with %s", async (_what, password, other) => {
    const email = backend.newEmail();
    await backend.service.register({ email, password, ...names });
    expect(await signsIn(email, password)).toBe(true);
    expect(await signsIn(email, other)).toBe(false);
  });
});
