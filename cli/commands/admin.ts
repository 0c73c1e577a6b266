import { parseArgs } from "node:util";
import { changeAccount } from "../../functions/src/accounts/change-account";
import { sync } from "../../functions/src/accounts/protocol/sync";
import type { Ports } from "../../functions/src/ports";
import type { Account } from "../../functions/src/identity/accounts";
import { adoptAll } from "../admin/adopt";
import { printClientAddress } from "../admin/client-address";
import { indexUsers } from "../admin/index-users";
import { exportFile } from "../admin/transfer/export";
import { importFile } from "../admin/transfer/import";
import { unlock } from "../admin/unlock";
import { helpOf, Refusal } from "../command";
import { connect, targetOptions } from "../project/target";

export async function main(args: string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const [verb, email, role] = positionals;
  const { project } = values;
  const target = { project, portOffset: Number(values["port-offset"]) };
  if (verb === "client-address") {
    await printClientAddress(target, values.url);
    return;
  }
  if (verb === "adopt") {
    await adoptAll(target, { dryRun: values["dry-run"] });
    process.exit(0);
  }
  if (verb === "index-users") {
    await indexUsers(target, { dryRun: values["dry-run"], after: values.after });
    process.exit(0);
  }
  if (verb === "import" && email) {
    const after = Number(values.after ?? 0);
    if (!Number.isSafeInteger(after) || after < 0) throw new Refusal("--after is a row's number.");
    const hashConfig = values["hash-config"];
    await importFile(target, { file: email, hashConfig, after, dryRun: values["dry-run"] });
    process.exit(0);
  }
  if (verb === "export" && email) {
    await exportFile(target, email);
    process.exit(0);
  }
  if (!verb || !email) {
    console.log(helpOf("admin"));
    return;
  }
  if (verb === "unlock") {
    await unlock(email, target);
    // The SDKs keep connections open.
    process.exit(0);
  }
  const ports = await connect(target);
  const account = await ports.accounts.findByEmail(email);
  if (!account) throw new Refusal(`Nobody in ${project} has the address ${email}.`);
  switch (verb) {
    case "grant":
      await giveRole(account, known(role, ports), ports);
      break;
    case "revoke":
      await giveRole(account, ports.settings.roles[0], ports);
      break;
    case "show":
      break;
    default:
      throw new Refusal(`There is no "${verb}".\n\n${helpOf("admin")}`);
  }
  await show(account.uid, ports);
  // The SDKs keep connections open.
  process.exit(0);
}

function parse(args: string[]) {
  const options = {
    ...targetOptions,
    url: { type: "string", multiple: true, default: [] as string[] },
    "dry-run": { type: "boolean", default: false },
    after: { type: "string" },
    "hash-config": { type: "string" },
  } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${helpOf("admin")}`);
  }
}

function known(role: string | undefined, { settings }: Ports): string {
  if (role !== undefined && settings.roles.includes(role)) return role;
  throw new Refusal(`The role must be one of ${settings.roles.join(", ")} (parameter ROLES).`);
}

/** Changes a role as the HTTPS API does: document and live state first, then the claim. */
async function giveRole({ uid }: Account, role: string, ports: Ports): Promise<void> {
  await sync(uid, ports);
  await changeAccount(uid, { role }, "server", ports);
}

async function show(uid: string, { accounts, users, states }: Ports): Promise<void> {
  const [account, user, state] = await Promise.all([
    accounts.find(uid),
    users.find(uid),
    states.read(uid),
  ]);
  console.log(JSON.stringify({ account, user, state: state ?? null }, null, 2));
}
