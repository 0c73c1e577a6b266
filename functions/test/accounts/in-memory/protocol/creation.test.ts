import { create } from "../../../../src/accounts/protocol/creation";
import { AuthError, type AuthErrorCode } from "../../../../src/errors";
import type { Ports } from "../../../../src/ports";
import { memoryBackend } from "../../../../testing/memory/backend";
import { documentOf } from "../../../../testing/memory/documents";

const trace = { action: "register", by: null, device: "", place: "", requestId: "1" };
const account = { email: "ada@example.com", password: "a horse battery", displayName: "" };

async function creation(changed: (ports: Ports) => Partial<Ports>) {
  const { ports, auth } = memoryBackend();
  const through = { ...ports, ...changed(ports) };
  const error: unknown = await create(documentOf(), account, { trace }, through).catch(
    (thrown: unknown) => thrown,
  );
  const { state, user } = await ports.records.read("ada");
  const [entry] = await ports.activity.list({ limit: 1 });
  return { error, state, user, entry, made: auth.find("ada") };
}

const failing = (code: AuthErrorCode) =>
  creation(({ accounts }) => ({
    accounts: { ...accounts, create: () => Promise.reject(new AuthError(code)) },
  }));

test("what is created has its documents, an account and its claim, and no session ended", async () => {
  const { error, state, user, entry, made } = await creation(() => ({}));
  expect(error).toBeUndefined();
  expect(user).toEqual(documentOf());
  expect(state).toMatchObject({ validAfter: 0, marks: {}, generation: made!.createdAt });
  expect(made!.claims).toEqual({ role: "User" });
  expect(entry).toMatchObject({ ...trace, userId: "ada", outcome: "ok" });
});

test("where Firebase refuses, no document and no mark stays, and the trail says so", async () => {
  const { error, state, user, entry } = await failing("email-exists");
  expect(error).toMatchObject({ code: "email-exists" });
  expect(user).toBeUndefined();
  expect(state).toMatchObject({ deleted: true, marks: {} });
  expect(entry).toMatchObject({ outcome: "refused", code: "email-exists" });
});

test("after an outage nobody knows: documents and mark stay for the sweeper", async () => {
  const { error, state, user } = await failing("unavailable");
  expect(error).toMatchObject({ code: "unavailable" });
  expect(user).toEqual(documentOf());
  expect(state).toMatchObject({ deleted: false });
  expect(Object.values(state!.marks)).toMatchObject([{ fields: ["account", "role"] }]);
});

test("what froze for over a minute after it wrote the documents makes no account", async () => {
  const { error, made } = await creation(({ records, clock }) => {
    let frozen = 0;
    const transact: typeof records.transact = async (...args) => {
      const result = await records.transact(...args);
      frozen = 60_001;
      return result;
    };
    const now = () => ({ ...clock.now(), steady: clock.now().steady + frozen });
    return { records: { ...records, transact }, clock: { ...clock, now } };
  });
  expect(error).toMatchObject({ code: "unavailable" });
  expect(made).toBeUndefined();
});
