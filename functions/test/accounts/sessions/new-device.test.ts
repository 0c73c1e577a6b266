import { generateToken } from "../../../src/operations/sign-in/generate-token";
import { generateTokenForOAuth } from "../../../src/operations/sign-in/generate-token-for-oauth";
import { password } from "../../../testing/backend";
import { clientWith } from "../../../testing/client";
import { serveApi } from "../../../testing/http/served";
import { running } from "../../../testing/running";

const chrome =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
const headers = { "user-agent": chrome, "x-forwarded-for": "203.0.113.7" };
const names = { firstName: "Ada", lastName: "Lovelace" };

const served = running(serveApi);

/** What the outbox has for a user of this kind. */
async function notices(uid: string) {
  const mails = await served.firestore.collection("outbox").where("uid", "==", uid).get();
  return mails.docs
    .map((mail) => mail.data())
    .filter(({ kind }) => kind === "new-device")
    .map(({ from }) => from as unknown);
}

const login = (email: string, cookie?: string) =>
  served.ask("POST", "/auth/login", { body: { email, password }, headers, cookie });

test("the browser that registered is known, another one is not, and then it is", async () => {
  const email = served.newEmail();
  const body = { email, password, ...names };
  const registered = await served.ask("POST", "/auth/register", { body, headers });
  const { id } = registered.body as { id: string };
  await served.auth.updateUser(id, { emailVerified: true });
  await login(email, registered.cookie);
  expect(await notices(id)).toEqual([]);
  const elsewhere = await login(email);
  expect(await notices(id)).toEqual([{ device: "Chrome on macOS", place: "203.0.113.0/24" }]);
  const signedOut = await served.ask("POST", "/auth/logout", { cookie: elsewhere.cookie });
  await login(email, signedOut.cookie);
  expect(await notices(id)).toHaveLength(1);
});

test("what another account's sign-in gave the device makes it known to nobody else", async () => {
  const [user, other] = [await served.newUser(), await served.newUser()];
  const request = { email: user.email!, password, deviceToken: other.deviceToken };
  await generateToken.perform(request, clientWith(undefined, headers), served.ports);
  await generateToken.perform(
    { ...request, deviceToken: user.deviceToken },
    clientWith(undefined, headers),
    served.ports,
  );
  expect(await notices(user.id)).toHaveLength(1);
});

test("the first sign-in with Google makes the account, later ones say what the device has", async () => {
  const idToken = JSON.stringify({ sub: "g1", email: served.newEmail(), email_verified: true });
  const signIn = (deviceToken?: string) =>
    generateTokenForOAuth.perform(
      { idToken, ...(deviceToken !== undefined && { deviceToken }) },
      clientWith(undefined, headers),
      served.ports,
    );
  const { id, deviceToken } = await signIn();
  await signIn(deviceToken);
  expect(await notices(id)).toEqual([]);
  await signIn();
  expect(await notices(id)).toHaveLength(1);
});

test("the cookie says so for Google as well", async () => {
  const idToken = JSON.stringify({ sub: "g2", email: served.newEmail(), email_verified: true });
  const signIn = (cookie?: string) =>
    served.ask("POST", "/auth/login", { body: { idToken }, headers, cookie });
  const first = await signIn();
  const { id } = first.body as { id: string };
  await signIn(first.cookie);
  expect(await notices(id)).toEqual([]);
});

test("an address that nobody has proved is told nothing, nor is anybody of code on the server", async () => {
  const unproved = await served.newUser({ verified: false });
  await login(unproved.email!);
  const user = await served.newUser();
  await served.service.generateToken({ email: user.email!, password });
  expect([await notices(unproved.id), await notices(user.id)]).toEqual([[], []]);
});

test("a sign-in succeeds while the mail can't be queued, and the sweeper finds what was stored", async () => {
  const { id, email } = await served.newUser();
  served.tasks.away = true;
  const opened = await login(email!);
  served.tasks.away = false;
  expect(opened.status).toBe(200);
  const [mail] = (await served.firestore.collection("outbox").where("uid", "==", id).get()).docs;
  expect(mail!.data()).toMatchObject({ kind: "new-device", state: "queued" });
  expect(mail!.get("dueAt")).toBeDefined();
});

test("a wrong password tells nobody", async () => {
  const { id, email } = await served.newUser();
  const body = { email, password: "not the password" };
  const refused = await served.ask("POST", "/auth/login", { body, headers });
  expect(refused.code).toBe("invalid-credentials");
  expect(await notices(id)).toEqual([]);
});
