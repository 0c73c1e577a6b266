import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { apiApp } from "../../src/endpoints/http/app";
import type { Ports } from "../../src/ports";
import { breachedPasswords } from "../../src/passwords/breached-passwords";
import { passwordRules } from "../../src/passwords/password-rules";
import { serveApi, type Served } from "../../testing/http/served";

/** A password for each reason, of one whose name is Grace Hopper. */
const weak = [
  ["seven77", "too-short"],
  ["password", "common"],
  ["Grace-Hopper1", "personal"],
  ["x".repeat(4097), "policy"],
] as const;

let served: Served;
beforeAll(async () => {
  served = await serveApi();
});
afterAll(() => served.stop());

const names = { firstName: "Grace", lastName: "Hopper" };
const refused = (reason: string, status = 400) => ({
  status,
  body: { error: { details: { code: "weak-password", reason } } },
});

describe.each(weak)("a password such as %.20s", (password, reason) => {
  test("is refused at registration, and nothing is made", async () => {
    const email = served.newEmail();
    const body = { email, password, ...names };
    expect(await served.ask("POST", "/auth/register", { body })).toMatchObject(refused(reason));
    expect(await served.ports.accounts.findByEmail(email)).toBeUndefined();
    const documents = served.firestore.collection("users").where("email", "==", email);
    expect((await documents.get()).size).toBe(0);
  });

  test("is refused where an administrator makes a user", async () => {
    const { accessToken: token } = await served.newUser({ role: "Admin" });
    const body = { email: served.newEmail(), password, ...names, role: "User" };
    expect(await served.ask("POST", "/users", { body, token })).toMatchObject(refused(reason));
  });

  test("is refused at a reset, and the link is still good", async () => {
    const { id, email } = await served.newUser();
    await served.firestore.doc(`users/${id}`).update(names);
    const link = new URL(await served.auth.generatePasswordResetLink(email!));
    const oobCode = link.searchParams.get("oobCode");
    const use = (newPassword: string) =>
      served.ask("POST", "/auth/action", { body: { oobCode, newPassword } });
    expect(await use(password)).toMatchObject(refused(reason));
    expect((await use("another horse battery")).status).toBe(204);
  });

  test("still signs in who has one", async () => {
    const email = served.newEmail();
    // Firebase itself takes no more than 4,096 characters.
    const set = password.slice(0, 4096);
    await served.auth.createUser({ email, password: set });
    const body = { email, password: set };
    expect((await served.ask("POST", "/auth/login", { body })).status).toBe(200);
  });
});

describe("a password that is known from a breach", () => {
  const password = "a nice long one";
  const digest = createHash("sha1").update(password).digest("hex").toUpperCase();
  const asked: string[] = [];
  let range: Server;
  let answer: (() => string) | undefined;

  beforeAll(async () => {
    range = createServer((request, response) => {
      asked.push(request.url ?? "");
      if (answer) response.end(answer());
      else response.destroy();
    });
    await new Promise<void>((listening) => range.listen(0, "127.0.0.1", listening));
  });
  afterAll(() => new Promise((closed) => range.close(closed)));

  function register(unanswered: () => void) {
    const url = `http://127.0.0.1:${(range.address() as AddressInfo).port}`;
    const ports: Ports = {
      ...served.ports,
      passwords: passwordRules({
        minLength: 8,
        refuseCommon: true,
        appName: "Test app",
        breached: breachedPasswords({ url, unanswered }),
      }),
    };
    const api = apiApp({ ports: () => ports, deployed: false });
    return api.request("/auth/register", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: served.newEmail(), password, ...names }),
    });
  }

  test("is refused, and only five digits of its digest leave the server", async () => {
    answer = () => `${digest.slice(5)}:3`;
    const unanswered = jest.fn();
    const response = await register(unanswered);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject(refused("breached").body);
    expect(asked).toEqual([`/range/${digest.slice(0, 5)}`]);
    expect(unanswered).not.toHaveBeenCalled();
  });

  test("is accepted where nobody answers, and that is counted", async () => {
    answer = undefined;
    const unanswered = jest.fn();
    expect((await register(unanswered)).status).toBe(200);
    expect(unanswered).toHaveBeenCalledTimes(1);
  });
});

test("the parameters say what is asked for", async () => {
  const lax = { passwordMinLength: 12, commonPasswords: "allow" } as const;
  const { passwords } = served.instance(lax);
  const owner = { email: null, firstName: "", lastName: "" };
  await expect(passwords.check("password1234", owner)).resolves.toBeUndefined();
  await expect(passwords.check("password123", owner)).rejects.toMatchObject({
    message: "A password must be at least 12 characters.",
  });
});
