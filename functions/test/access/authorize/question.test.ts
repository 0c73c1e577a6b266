import { accessScene } from "../../../testing/access/scene";
import { anyOf } from "../../../src/access/combined-guards";
import {
  type Guard,
  requireEmail,
  requireFresh,
  requireRole,
  requireSecondFactor,
  requireSignIn,
  requireUserId,
} from "../../../src/access/guards";

const { tokenOf, instance, decided } = accessScene();

describe("authorize, of the question,", () => {
  test.each<[string, Guard, true | string]>([
    ["their role", requireRole("User"), true],
    ["another role", requireRole("Admin"), "not-allowed"],
    ["their id", requireUserId("ada"), true],
    ["another's id", requireUserId("eve"), "not-allowed"],
    ["their e-mail", requireEmail("ada@example.com"), true],
    ["another's e-mail", requireEmail("eve@example.com"), "not-allowed"],
    ["a fresh sign-in", requireFresh(), true],
    ["a sign-in fresher than theirs", requireFresh({ seconds: -1 }), "fresh-sign-in-required"],
    ["a second factor", requireSecondFactor(), "second-factor-required"],
    ["either", anyOf(requireRole("Admin"), requireUserId("ada")), true],
    ["neither", anyOf(requireRole("Admin"), requireUserId("eve")), "not-allowed"],
  ])("%s", async (_name, guard, expected) => {
    expect(await decided(tokenOf(), guard)).toBe(expected);
  });

  test("lets unverified callers through where the guard or the parameter says so", async () => {
    const token = tokenOf({ email_verified: false });
    const lax = instance({ requireVerifiedEmail: false });
    expect(await decided(token)).toBe("email-not-verified");
    expect(await decided(token, requireSignIn({ verifiedEmail: false }))).toBe(true);
    expect(await decided(token, requireSignIn(), {}, lax)).toBe(true);
    expect(await decided(token, requireEmail("ada@example.com"), {}, lax)).toBe(
      "email-not-verified",
    );
  });
});
