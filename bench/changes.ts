import { changeAccount } from "../functions/src/accounts/change-account";
import { buildPorts } from "../functions/src/composition";
import { readSettings } from "../functions/src/config";
import { type App, getAuth, getFirestore } from "../functions/testing/instances/firebase-admin";
import { withEmulators } from "./emulators";
import { makePeople, setParameters } from "./limits/people";
import { type Report, round } from "./report";
import { interleave, type Subject } from "./sample";

/** Benchmark (i): what the protocol costs a change, beside the two calls that teams write by hand. */
export async function changes(quick: boolean): Promise<Report> {
  setParameters();
  return withEmulators(async ({ app }) => {
    const [ours = "", byHand = ""] = await uidsOf(app, await makePeople(app, 2));
    const subjects = [...changesByHand(app, byHand), ...changesOfOurs(app, ours)];
    return report(await interleave(subjects, { rounds: quick ? 20 : 100, iterations: 1 }));
  });
}

async function uidsOf(app: App, emails: readonly string[]): Promise<string[]> {
  const accounts = await Promise.all(emails.map((email) => getAuth(app).getUserByEmail(email)));
  return accounts.map(({ uid }) => uid);
}

/** One call of Firebase Auth, then one write of the document, as in Firebase's own guides. */
function changesByHand(app: App, uid: string): Subject[] {
  const auth = getAuth(app);
  const user = getFirestore(app).doc(`users/${uid}`);
  const nextRole = alternately("Editor", "User");
  const nextDisabled = alternately(true, false);
  return [
    {
      name: "a role, by hand",
      async run() {
        const role = nextRole();
        await auth.setCustomUserClaims(uid, { role });
        await user.update({ role });
      },
    },
    {
      name: "disabled or enabled, by hand",
      async run() {
        const disabled = nextDisabled();
        await auth.updateUser(uid, { disabled });
        await user.update({ disabled });
      },
    },
    {
      name: "sessions ended, by hand",
      async run() {
        await auth.revokeRefreshTokens(uid);
        await user.update({ revokedAt: new Date() });
      },
    },
  ];
}

function changesOfOurs(app: App, uid: string): Subject[] {
  const ports = buildPorts(app, readSettings({ ...process.env, ROLES: "User,Editor,Admin" }));
  const nextRole = alternately("Editor", "User");
  const nextDisabled = alternately(true, false);
  return [
    {
      name: "a role, ours",
      run: () => changeAccount(uid, { role: nextRole() }, "server", ports),
    },
    {
      name: "disabled or enabled, ours",
      run: () => changeAccount(uid, { disabled: nextDisabled() }, "server", ports),
    },
    {
      name: "sessions ended, ours",
      run: () => changeAccount(uid, { revokeSessions: true }, "server", ports),
    },
  ];
}

/** Gives the values in turn: each is a change from the one before. */
function alternately<Value>(...values: readonly [Value, Value]): () => Value {
  let turn = 0;
  return () => values[(turn += 1) % 2 === 1 ? 0 : 1];
}

function report(medians: Map<string, number>): Report {
  const rows = ["a role", "disabled or enabled", "sessions ended"].map((change) => {
    const byHand = (medians.get(`${change}, by hand`) ?? NaN) / 1000;
    const ours = (medians.get(`${change}, ours`) ?? NaN) / 1000;
    return {
      change,
      "ms by hand": round(byHand),
      "ms ours": round(ours),
      "× by hand": round(ours / byHand),
    };
  });
  return {
    title: "(i) A change of an account",
    notes: [
      "Medians of rounds that take turns, on the emulators. By hand: one call of Firebase Auth, then one write, which a",
      "crash or another change may come between. Ours: 8 round trips, of two transactions, the write at Firebase Auth, a",
      "look before and after it, and one at this instance's live state.",
    ],
    rows,
    targets: [],
  };
}
