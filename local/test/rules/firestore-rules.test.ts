/** firestore.rules, judged by the official emulator, for nothing else knows them. */
import { assertFails, assertSucceeds } from "@firebase/rules-unit-testing";
import {
  collection,
  collectionGroup,
  deleteDoc,
  deleteField,
  doc,
  getDocs,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
  where,
  type Firestore,
} from "firebase/firestore";
import { describeOfficial } from "../official-firestore/at-hand";
import { begun, minutesAgo, people, second } from "./people";

describeOfficial("firestore.rules", () => {
  const { write, writeState, as, nobody, admin, read, list, rename } = people();

  describe("one's own document", () => {
    test("may be read", () => assertSucceeds(read(as("ada"), "users/ada")));

    test("may be read before the e-mail is verified", () =>
      assertSucceeds(read(as("ada", { email_verified: false }), "users/ada")));

    test("may not be read by nobody or by somebody else", async () => {
      await assertFails(read(nobody(), "users/ada"));
      await assertFails(read(as("grace"), "users/ada"));
    });

    test("may not be created or deleted", async () => {
      const names = { firstName: "N", lastName: "N", updatedAt: serverTimestamp() };
      await assertFails(setDoc(doc(as("new"), "users/new"), names));
      await assertFails(deleteDoc(doc(as("ada"), "users/ada")));
    });

    test.each([
      ["both names", { firstName: "Augusta", lastName: "King" }],
      ["one name", { firstName: "Augusta" }],
      ["a name of a hundred characters", { lastName: "x".repeat(100) }],
      ["a name in any script", { firstName: "阿达 Ада" }],
    ])("may get %s", (_name, change) => assertSucceeds(rename(change)));

    test.each([
      ["an empty name", { firstName: "" }],
      ["a name of 101 characters", { firstName: "x".repeat(101) }],
      ["a name with a space before it", { firstName: " Ada" }],
      ["a name with a space after it", { lastName: "King " }],
      ["a name with a line break", { firstName: "A\nda" }],
      ["a name with a control character", { firstName: "A\u0000da" }],
      ["a name that is no text", { firstName: 7 }],
      ["no name", { firstName: deleteField() }],
      ["another role", { role: "Admin" }],
      ["another e-mail", { email: "ada@example.com" }],
      ["a field of its own", { firstName: "Augusta", extra: true }],
      ["a time other than now", { firstName: "Augusta", updatedAt: minutesAgo(1) }],
    ])("may not get %s", (_name, change) => assertFails(rename(change)));

    test("may not be changed without saying when", () =>
      assertFails(updateDoc(doc(as("ada"), "users/ada"), { firstName: "Augusta" })));

    test("may not be changed by somebody else, an Admin included", async () => {
      await assertFails(rename({ firstName: "X" }, as("grace")));
      await assertFails(rename({ firstName: "X" }, admin()));
    });
  });

  describe("all users", () => {
    test("may be read by an Admin", async () => {
      await assertSucceeds(list(admin()));
      await assertSucceeds(read(admin(), "users/ada"));
    });

    test.each<[string, () => Firestore]>([
      ["nobody", nobody],
      ["a user", () => as("ada", { role: "User" })],
      ["an account without a role", () => as("ada")],
      ["an Admin whose e-mail is not verified", () => admin({ email_verified: false })],
    ])("may not be read by %s", (_name, client) => assertFails(list(client())));
  });

  describe("the live state", () => {
    test.each<[string, object, boolean]>([
      ["disabled", { disabled: true }, false],
      ["deleted", { deleted: true }, false],
      ["revoked after the session began", { validAfter: second(begun + 1) }, false],
      ["revoked in the second in which it began", { validAfter: second(begun, 999) }, false],
      ["ended by itself", { endedSessions: [begun - 1, begun] }, false],
      ["closed while a credential is being changed", { closed: true }, false],
      ["outlived by another session of the user's", { endedSessions: [begun - 1] }, true],
      ["revoked before it began", { validAfter: second(begun - 1, 999) }, true],
      ["enabled", { disabled: false, deleted: false, validAfter: null }, true],
      [
        "disabled, unfinished for long",
        { disabled: true, pending: true, changedAt: minutesAgo(999) },
        false,
      ],
      [
        "disabled so long ago that no token is left",
        { disabled: true, changedAt: minutesAgo(66) },
        false,
      ],
    ])("decides about a user who is %s", async (_name, state, lives) => {
      await writeState("ada", state);
      const expected = lives ? assertSucceeds : assertFails;
      await expected(read(as("ada"), "users/ada"));
      await expected(rename({ firstName: "Augusta" }));
    });

    test("that ended an Admin's session is honoured", async () => {
      await writeState("root", { validAfter: second(begun + 1) });
      await assertFails(list(as("root", { role: "Admin" })));
    });
  });

  test.each<[string, string | null, string | undefined, boolean]>([
    ["makes an Admin of a user", "Admin", "User", true],
    ["takes an Admin's role", "User", "Admin", false],
    ["leaves no role", null, "Admin", false],
  ])("a document that %s decides, whatever the token claims", async (_name, role, claim, may) => {
    await write("users/root", { role });
    await (may ? assertSucceeds : assertFails)(list(as("root", { role: claim })));
  });

  test("a tenant's user of the same uid reads nothing", async () => {
    const firebase = { sign_in_provider: "password", identities: {}, tenant: "t1" };
    await assertFails(read(as("ada", { firebase }), "users/ada"));
    await assertFails(list(as("root", { role: "Admin", firebase })));
  });

  test.each([
    "authState/ada",
    "activity/1",
    "outbox/1",
    "invitations/ada",
    "limits/1",
    "issuedCodes/1",
    "mailThrottle/1",
    "other/ada",
    "users/ada/notes/1",
    "users/ada/sessions/1",
  ])("%s is closed to everybody", async (path) => {
    await write(path, { x: 1 });
    for (const client of [nobody(), as("ada"), admin()]) {
      await assertFails(read(client, path));
      await assertFails(setDoc(doc(client, path), { x: 2 }));
      await assertFails(deleteDoc(doc(client, path)));
    }
  });

  test("sessions are listed for nobody, whose ever they are", async () => {
    await write("users/ada/sessions/1", { device: "Chrome on macOS" });
    for (const client of [nobody(), as("ada"), admin()]) {
      await assertFails(getDocs(collection(client, "users/ada/sessions")));
      await assertFails(getDocs(collectionGroup(client, "sessions")));
    }
  });

  test("invitations are listed for nobody, nor found by whoever was invited", async () => {
    await write("invitations/ada", { email: "ada@example.com", by: "root", codes: ["hash"] });
    const email = { email: "ada@example.com", email_verified: true };
    for (const client of [nobody(), as("ada", email), admin()]) {
      const invitations = collection(client, "invitations");
      await assertFails(getDocs(invitations));
      await assertFails(getDocs(query(invitations, where("email", "==", email.email))));
      await assertFails(setDoc(doc(client, "invitations/eve"), { email: "eve@example.com" }));
    }
  });
});
