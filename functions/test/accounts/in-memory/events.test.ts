import { accountCreated, accountDeleted } from "../../../src/accounts/events";
import { requireSignIn } from "../../../src/access/guards";
import { memoryBackend } from "../../../testing/memory/backend";

const backend = memoryBackend();
const { ports, auth } = backend;
const seconds = () => Math.floor(ports.clock.now().wall / 1000);

test("an account that was made elsewhere gets a document, once", async () => {
  const email = backend.newEmail();
  auth.createFor("made", { email, displayName: "Ada King Lovelace", providers: ["google.com 1"] });
  await accountCreated("made", ports);
  await accountCreated("made", ports);
  expect(await ports.users.find("made")).toMatchObject({
    ...{ firstName: "Ada", lastName: "King Lovelace", signUpMethod: "GOOGLE", role: "User" },
  });
  expect(auth.find("made")!.claims).toEqual({ role: "User" });
});

test("an account that was deleted elsewhere leaves no session, trail, mail or document", async () => {
  const { id, accessToken } = await backend.newUser();
  auth.remove(id);
  await accountDeleted(id, seconds() + 1, ports);
  const decision = await ports.access.authorize(accessToken, requireSignIn());
  expect(decision).toMatchObject({ allowed: false, refusal: { code: "session-revoked" } });
  expect(await ports.users.find(id)).toBeUndefined();
  expect(await ports.sessions.list(id)).toEqual([]);
  expect(await ports.activity.list({ userId: id, limit: 9 })).toEqual([]);
});

test("an account that exists is left alone", async () => {
  const { id, accessToken } = await backend.newUser();
  await accountDeleted(id, seconds() + 1, ports);
  const decision = await ports.access.authorize(accessToken, requireSignIn());
  expect(decision).toMatchObject({ allowed: true });
  expect(await ports.users.find(id)).toMatchObject({ role: "User" });
});
