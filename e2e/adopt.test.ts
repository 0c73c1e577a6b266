import { randomUUID } from "node:crypto";
import { deleteApp, initializeApp } from "firebase-admin/app";
import { getAuth } from "firebase-admin/auth";
import { getFirestore } from "firebase-admin/firestore";
import { eventually } from "../local/demo/patience";
import { adminCommand } from "./admin-command";
import { stack } from "./stack";

const { projectId, addresses } = stack();

process.env.FIREBASE_AUTH_EMULATOR_HOST = addresses.auth;
process.env.FIRESTORE_EMULATOR_HOST = addresses.firestore;
process.env.METADATA_SERVER_DETECTION = "none";
const app = initializeApp({ projectId }, "adopt");
const [auth, firestore] = [getAuth(app), getFirestore(app)];
afterAll(async () => {
  await firestore.terminate();
  await deleteApp(app);
});

const adopt = (...options: string[]) => adminCommand(["adopt", ...options]);

/** An account as a project has it that did without this back end. */
async function accountOfBefore(claims: object): Promise<string> {
  const { uid } = await auth.createUser({ email: `${randomUUID()}@example.com` });
  // The stack's own trigger has seen to it by then, and is not heard of again.
  await eventually(
    () => auth.getUser(uid),
    ({ customClaims }) => customClaims?.role === "User",
    30_000,
  );
  const documents = ["users", "authState"].map((name) => firestore.doc(`${name}/${uid}`));
  let timesGone = 0;
  const remove = async () => {
    const found = await firestore.getAll(...documents);
    timesGone = found.some(({ exists }) => exists) ? 0 : timesGone + 1;
    await Promise.all(documents.map((document) => document.delete()));
    return timesGone;
  };
  // The trigger looks once more after its last write.
  await eventually(remove, (times) => times > 10, 30_000);
  await auth.setCustomUserClaims(uid, claims);
  return uid;
}

test("npm run admin -- adopt gives accounts of before the roles that their claims name; a dry run only says so", async () => {
  const admin = await accountOfBefore({ role: "Admin", plan: "gold" });
  const editor = await accountOfBefore({ role: "editor" });
  const lines = [`${admin}: Admin`, `${editor}: User, because "editor" is not in ROLES`];

  expect(await adopt("--dry-run")).toEqual(expect.arrayContaining(lines));
  expect((await firestore.doc(`users/${admin}`).get()).exists).toBe(false);
  expect((await auth.getUser(admin)).customClaims).toEqual({ role: "Admin", plan: "gold" });

  expect(await adopt()).toEqual(expect.arrayContaining(lines));
  expect((await firestore.doc(`users/${admin}`).get()).data()).toMatchObject({ role: "Admin" });
  expect((await auth.getUser(admin)).customClaims).toEqual({ role: "Admin", plan: "gold" });
  expect((await auth.getUser(editor)).customClaims).toEqual({ role: "User" });

  const again = await adopt();
  expect(again.filter((line) => line.startsWith(admin) || line.startsWith(editor))).toEqual([]);
}, 120_000);
