import { changeAccount } from "../../../src/accounts/change-account";
import type { Ports } from "../../../src/ports";
import { watched } from "../../../testing/watched";
import { memoryBackend } from "../../../testing/memory/backend";

/** Ports that write down every call to Firebase Auth and Firestore. */
function seenPorts(ports: Ports): { ports: Ports; calls: string[] } {
  const calls: string[] = [];
  const records = watched("records", ports.records, calls);
  const accounts = watched("accounts", ports.accounts, calls);
  return { ports: { ...ports, records, accounts }, calls };
}

const look = ["records.read", "accounts.find"];

test("a role costs two transactions, one write at Firebase Auth, and a look before and after it", async () => {
  const backend = memoryBackend();
  const { id } = await backend.newUser();
  const { ports, calls } = seenPorts(backend.ports);
  await changeAccount(id, { role: "Admin" }, "server", ports);
  const brought = [...look, "accounts.update", ...look];
  expect(calls).toEqual(["records.transact", ...brought, "records.transact"]);
});

test("a revocation costs the same", async () => {
  const backend = memoryBackend();
  const { id } = await backend.newUser();
  await backend.nextSecond();
  const { ports, calls } = seenPorts(backend.ports);
  await changeAccount(id, { revokeSessions: true }, "server", ports);
  const brought = [...look, "accounts.update", ...look];
  expect(calls).toEqual(["records.transact", ...brought, "records.transact"]);
});

test("taking away an Admin's role costs a look for others who can act beside it", async () => {
  const backend = memoryBackend();
  const { id } = await backend.newUser({ role: "Admin" });
  await backend.newUser({ role: "Admin" });
  const { ports, calls } = seenPorts(backend.ports);
  await changeAccount(id, { role: "User" }, "server", ports);
  expect(calls.slice(0, 5)).toEqual([
    "records.transact",
    ...["records.holders", "accounts.findMany", "records.transact"],
    "records.transact",
  ]);
});
