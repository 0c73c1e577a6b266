import { accountCreated, accountDeleted } from "../../src/accounts/events";
import type { AuthDTO } from "../../src/operation/replies";
import { password } from "../../testing/backend";
import { serveApi, type Served } from "../../testing/http/served";

let served: Served;
let admin: AuthDTO;
let tenants: { idToken: string; refreshToken: string };

beforeAll(async () => {
  served = await serveApi();
  admin = await served.newUser({ role: "Admin" });
  // Whoever administrates a tenant chooses its users' ids and claims.
  const { tenantId } = await served.auth.tenantManager().createTenant({
    displayName: "acme",
    emailSignInConfig: { enabled: true, passwordRequired: true },
  });
  const tenant = served.auth.tenantManager().authForTenant(tenantId);
  const email = "mallory@acme.example";
  await tenant.createUser({ uid: admin.id, email, password, emailVerified: true });
  await tenant.setCustomUserClaims(admin.id, { role: "Admin" });
  const response = await fetch(
    `http://${served.authHost}/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=any`,
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password, tenantId, returnSecureToken: true }),
    },
  );
  tenants = (await response.json()) as typeof tenants;
});
afterAll(() => served.stop());

const stored = () => served.ports.records.read(admin.id);

describe("a tenant's user with the uid of an Admin of the project", () => {
  test("is refused at the door", async () => {
    const token = tenants.idToken;
    expect((await served.ask("GET", "/users", { token })).code).toBe("token-invalid");
    expect((await served.ask("GET", "/me", { token })).code).toBe("token-invalid");
  });

  test("renews nothing, and leaves the project's user alone", async () => {
    const before = await stored();
    const { refreshToken } = tenants;
    const renewal = await served.ask("POST", "/auth/refresh", { body: { refreshToken } });
    expect(renewal).toMatchObject({ status: 401, code: "refresh-token-invalid" });
    expect(await stored()).toEqual(before);
  });

  test("leaves the project's user alone when its own account is made or deleted", async () => {
    const before = await stored();
    await accountCreated(admin.id, served.ports);
    await accountDeleted(admin.id, Math.floor(Date.now() / 1000), served.ports);
    expect(await stored()).toEqual(before);
    const token = admin.accessToken;
    expect((await served.ask("GET", "/users", { token })).status).toBe(200);
  });
});
