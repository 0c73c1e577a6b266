import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { deleteApp, initializeApp } from "firebase-admin/app";
import { type Auth, getAuth } from "firebase-admin/auth";
import { type Firestore, getFirestore } from "firebase-admin/firestore";
import { createUserWithEmailAndPassword, signInWithEmailAndPassword } from "firebase/auth";
import { type Client, connect } from "../local/demo/client";
import { actionMail } from "../local/demo/inbox";
import { eventually } from "../local/demo/patience";
import { stack } from "./stack";

/** The age limit of the live state, or the time that an event takes, and time to ask. */
const patience = 15_000;

describe("the whole stack", () => {
  const { projectId, addresses } = stack();
  const password = "correct horse battery";
  const names = { firstName: "Ada", lastName: "Lovelace" };
  const newEmail = () => `${randomUUID()}@example.com`;
  let admin: { auth: Auth; firestore: Firestore };
  let client: Client;

  const app = initializeAdmin(projectId, addresses);
  beforeAll(() => {
    admin = { auth: getAuth(app), firestore: getFirestore(app) };
    client = connect({ projectId, addresses });
  });
  afterAll(async () => {
    await client.close();
    await deleteApp(app);
  });

  async function newUser() {
    const email = newEmail();
    const { id } = await client.call<{ id: string }>("register", { email, password, ...names });
    await admin.auth.updateUser(id, { emailVerified: true });
    return client.call<{ id: string; email: string; accessToken: string; refreshToken: string }>(
      "generateToken",
      { email, password },
    );
  }

  test("mails a verification link on registration, and a reset link on request", async () => {
    const email = newEmail();
    await client.call("register", { email, password, ...names });
    const verification = await actionMail(addresses.inbox, email, "verifyEmail");
    await client.call("resetPassword", { email });
    const reset = await actionMail(addresses.inbox, email, "resetPassword");
    expect(
      [verification.link, reset.link].map((link) => new URL(link).searchParams.get("mode")),
    ).toEqual(["verifyEmail", "resetPassword"]);
  });

  test("completes an account that a client SDK made, and ends one that it deleted", async () => {
    const email = newEmail();
    const { user } = await createUserWithEmailAndPassword(client.auth, email, password);
    const document = admin.firestore.collection("users").doc(user.uid);
    const completed = await eventually(
      async () => ({
        document: (await document.get()).data()?.role as unknown,
        claim: (await admin.auth.getUser(user.uid)).customClaims?.role as unknown,
      }),
      ({ document, claim }) => document !== undefined && claim !== undefined,
      patience,
    );
    expect(completed).toEqual({ document: "User", claim: "User" });

    await admin.auth.updateUser(user.uid, { emailVerified: true });
    const accessToken = await user.getIdToken(true);
    const question = { accessToken, requestedUserId: user.uid };
    expect(await client.call("isAuthorizedByUserId", question)).toBe(true);

    await user.delete();
    const answer = await eventually(
      () => client.call<boolean>("isAuthorizedByUserId", question),
      (allowed) => !allowed,
      patience,
    );
    expect(answer).toBe(false);
    const gone = await eventually(async () => !(await document.get()).exists, Boolean, patience);
    expect(gone).toBe(true);
  });

  test("guards a team's own function, by either way of signing in", async () => {
    const { id, email, accessToken } = await newUser();
    const me = { kind: "user", userId: id, email, emailVerified: true, role: "User" };
    expect(await client.post("whoAmI", accessToken)).toMatchObject(me);
    await signInWithEmailAndPassword(client.auth, email, password);
    expect(await client.call("whoAmI")).toMatchObject(me);
    await client.auth.signOut();
    expect(await client.refusal("whoAmI")).toMatchObject({ refused: "not-signed-in" });
    expect(await client.post("whoAmI", "garbage")).toMatchObject({ refused: "token-invalid" });
  });

  test("refuses a revoked token in every function's process within the age limit", async () => {
    const { id, email, accessToken } = await newUser();
    const questions = {
      isAuthorizedByUserId: { accessToken, requestedUserId: id },
      isAuthorizedByEmail: { accessToken, requestedEmail: email },
      isAuthorizedByRole: { accessToken, roles: ["User"] },
    };
    // Each of these functions has a process, and a live state, of its own.
    const ask = () =>
      Promise.all([
        ...Object.entries(questions).map(([name, data]) => client.call(name, data)),
        client.post("whoAmI", accessToken),
      ]);
    expect(await ask()).toEqual([true, true, true, expect.objectContaining({ userId: id })]);
    await client.post("revokeTokens", accessToken, { userId: id });
    const dead = [
      false,
      false,
      false,
      { refused: "session-revoked", message: "This session has ended; sign in again." },
    ];
    const answers = await eventually(ask, (all) => isDeepStrictEqual(all, dead), patience);
    expect(answers).toEqual(dead);
  });
});

function initializeAdmin(
  projectId: string,
  { auth, firestore }: { auth: string; firestore: string },
) {
  process.env.FIREBASE_AUTH_EMULATOR_HOST = auth;
  process.env.FIRESTORE_EMULATOR_HOST = firestore;
  process.env.METADATA_SERVER_DETECTION = "none";
  return initializeApp({ projectId }, `journeys-${Date.now()}`);
}
