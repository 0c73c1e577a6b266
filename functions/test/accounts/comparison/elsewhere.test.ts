import { getApp } from "firebase-admin/app";
import { requireSignIn } from "../../../src/access/guards";
import { accountComparison } from "../../../src/accounts/comparison/account-comparison";
import { sync } from "../../../src/accounts/protocol/sync";
import { firebaseAccountPages } from "../../../src/identity/account-pages";
import { type Backend, nextSecond, startBackend } from "../../../testing/backend";

let backend: Backend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());

/** A run in which something is done elsewhere between the passes, half a minute apart. */
async function run(elsewhere: () => Promise<unknown>): Promise<void> {
  const comparison = accountComparison({
    // Pages of two, so that there are several.
    pages: firebaseAccountPages(getApp(), 2),
    sync: (uid) => sync(uid, backend.ports),
    now: Date.now,
    wait: (milliseconds) => (milliseconds > 0 ? elsewhere() : Promise.resolve()),
  });
  await comparison.run();
}

/** What another instance says, whose live state is read afresh. */
async function verdictOn(token: string): Promise<string> {
  const { access } = backend.instance({ liveStateMaxAgeSeconds: 0 });
  const decision = await access.authorize(token, requireSignIn());
  return decision.allowed ? "allowed" : decision.refusal.code;
}

describe("what is done elsewhere between two passes", () => {
  test("is enforced on tokens that are in use: disabling an account, and enabling it", async () => {
    const [ada, grace, joan] = [
      await backend.newUser(),
      await backend.newUser(),
      await backend.newUser(),
    ];
    await run(() => backend.auth.updateUser(ada.id, { disabled: true }));
    expect(await verdictOn(ada.accessToken)).toBe("user-disabled");
    expect(await verdictOn(grace.accessToken)).toBe("allowed");
    await run(() => backend.auth.updateUser(ada.id, { disabled: false }));
    expect(await verdictOn(ada.accessToken)).toBe("allowed");
    expect(await verdictOn(joan.accessToken)).toBe("allowed");
  });

  test("is enforced: signing a user out, and a new password", async () => {
    const [ada, grace] = [await backend.newUser(), await backend.newUser()];
    await nextSecond();
    await run(() => backend.auth.revokeRefreshTokens(ada.id));
    expect(await verdictOn(ada.accessToken)).toBe("session-revoked");
    await run(() => backend.auth.updateUser(grace.id, { password: "another one entirely" }));
    expect(await verdictOn(grace.accessToken)).toBe("session-revoked");
  });

  test("would be enforced after an hour, or at the next sign-in, without it", async () => {
    const ada = await backend.newUser();
    await backend.auth.updateUser(ada.id, { disabled: true });
    expect(await verdictOn(ada.accessToken)).toBe("allowed");
  });
});
