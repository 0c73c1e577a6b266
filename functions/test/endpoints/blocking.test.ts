import { createUserWithEmailAndPassword, signInWithEmailAndPassword } from "firebase/auth";
import { authService } from "../../src/auth-service";
import { isAuthError } from "../../src/errors";
import { writeDeviceToken } from "../../src/limits/device-token";
import { generateToken } from "../../src/operations/sign-in/generate-token";
import { generateTokenForOAuth } from "../../src/operations/sign-in/generate-token-for-oauth";
import { register } from "../../src/operations/sign-in/register";
import type { Ports } from "../../src/ports";
import { names } from "../../testing/accounts";
import { password, startBackend } from "../../testing/backend";
import { type Asking, askingBlockingFunctions } from "../../testing/blocking";
import { clientWith } from "../../testing/client";
import { times } from "../../testing/limits/from";
import { running } from "../../testing/running";

jest.setTimeout(120_000);

const backend = running(startBackend);
let ports: Ports;
let asking: Asking;
beforeAll(async () => {
  ports = backend.instance({ blockingFunctions: "on" });
  asking = await askingBlockingFunctions(backend, () => ports);
});
beforeEach(() => {
  ports = backend.instance({ blockingFunctions: "on" });
});
afterAll(() => asking.stop());

const closeSignUp = () => {
  ports = backend.instance({ blockingFunctions: "on", signUp: "closed" });
};
const from = (network: string) => clientWith(undefined, { "x-forwarded-for": network });
const code = (trying: Promise<unknown>) =>
  trying.then(
    () => "done",
    (error: unknown) => (isAuthError(error) ? error.code : String(error)),
  );
const googleToken = (email: string) =>
  JSON.stringify({ sub: `google-${email}`, email, email_verified: true, name: "Grace Hopper" });

describe("with Firebase's own SDK,", () => {
  test("newcomers sign up and in while sign-up is open", async () => {
    const email = backend.newEmail();
    const { user } = await createUserWithEmailAndPassword(asking.auth, email, password);
    expect(user.email).toBe(email);
    await expect(signInWithEmailAndPassword(asking.auth, email, password)).resolves.toBeDefined();
  });

  test("nobody signs up while it is closed, and who is there signs in", async () => {
    const { email } = await backend.newUser();
    closeSignUp();
    const newcomer = backend.newEmail();
    await expect(createUserWithEmailAndPassword(asking.auth, newcomer, password)).rejects.toThrow(
      /sign-up-closed/,
    );
    expect(await backend.ports.accounts.findByEmail(newcomer)).toBeUndefined();
    await expect(signInWithEmailAndPassword(asking.auth, email!, password)).resolves.toBeDefined();
  });

  test("a network makes as many accounts as through us, and both count together", async () => {
    const network = "203.0.113.80";
    await times(15, () => register.perform(newcomer(), from(network), ports));
    const replies = await times(6, () => asking.post("signUp", newcomer(), network));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 400]);
    expect(replies[5]!.text).toContain("too-many-attempts");
    const other = await asking.post("signUp", newcomer(), "203.0.113.81");
    expect(other.status).toBe(200);
  });

  test("nobody signs in to an address that is beyond its limit", async () => {
    const { email } = await backend.newUser();
    const guess = (index: number) =>
      code(generateToken.perform({ email, password: "wrong" }, from(`198.51.100.${index}`), ports));
    await times(11, guess);
    const signIn = signInWithEmailAndPassword(asking.auth, email!, password);
    await expect(signIn).rejects.toThrow(/too-many-attempts/);
  });

  test("nobody signs in from a network that is beyond its limit", async () => {
    const network = "203.0.113.82";
    const { email } = await backend.newUser();
    await times(51, () =>
      code(
        generateToken.perform(
          { email: backend.newEmail(), password: "wrong" },
          from(network),
          ports,
        ),
      ),
    );
    const body = { email, password };
    const reply = await asking.post("signInWithPassword", body, network);
    expect(reply.status).toBe(400);
    expect(reply.text).toContain("too-many-attempts");
    expect((await asking.post("signInWithPassword", body, "203.0.113.83")).status).toBe(200);
  });

  test("nobody is let in while Firestore is away", async () => {
    const { email } = await backend.newUser();
    await backend.firestoreServer.pause();
    try {
      const signIn = signInWithEmailAndPassword(asking.auth, email!, password);
      await expect(signIn).rejects.toThrow(/503/);
    } finally {
      await backend.firestoreServer.resume();
    }
  });
});

describe("beside these functions, what this back end does itself", () => {
  test("is counted once: a network registers as many accounts as without them", async () => {
    const network = from("203.0.113.84");
    const codes = await times(21, () => code(register.perform(newcomer(), network, ports)));
    expect(codes).toEqual([...Array<string>(20).fill("done"), "too-many-attempts"]);
  });

  test("is counted once for accounts that a provider's sign-in makes, too", async () => {
    const network = from("203.0.113.85");
    const codes = await times(21, () => {
      const request = { idToken: googleToken(backend.newEmail()) };
      return code(generateTokenForOAuth.perform(request, network, ports));
    });
    expect(codes).toEqual([...Array<string>(20).fill("done"), "too-many-attempts"]);
  });

  test("lets the owner in on a known device, whatever strangers do", async () => {
    const { email } = await backend.newUser();
    const guess = (index: number) =>
      code(generateToken.perform({ email, password: "wrong" }, from(`198.51.101.${index}`), ports));
    await times(11, guess);
    const deviceToken = writeDeviceToken(ports.keys, email!, Date.now());
    const request = { email, password, deviceToken };
    expect(await code(generateToken.perform(request, from("192.0.2.9"), ports))).toBe("done");
  });

  test("makes accounts for administrators while sign-up is closed, and these sign in", async () => {
    const admin = await backend.newUser({ role: "Admin" });
    closeSignUp();
    const service = authService(() => ports);
    const email = backend.newEmail();
    const { id } = await service.createUser({ email, password, ...names, role: "User" });
    expect(id).not.toBe(admin.id);
    await expect(service.generateToken({ email, password })).resolves.toMatchObject({ id });
    expect(await code(service.register(newcomer()))).toBe("sign-up-closed");
  });
});

test("a client that calls itself this back end is asked about like any other", async () => {
  closeSignUp();
  const now = Math.floor(Date.now() / 1000);
  for (const agent of [`firebase-auth-backend/0 (${now}.${"A".repeat(43)})`, ""]) {
    const reply = await fetch(
      `http://${backend.authHost}/identitytoolkit.googleapis.com/v1/accounts:signUp?key=fake-api-key`,
      {
        method: "POST",
        headers: { "content-type": "application/json", "user-agent": agent },
        body: JSON.stringify(newcomer()),
      },
    );
    expect(await reply.text()).toContain("sign-up-closed");
  }
});

function newcomer() {
  return { email: backend.newEmail(), password, ...names };
}
