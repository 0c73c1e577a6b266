import { parseOptions, Refusal } from "../command";
import type { FirestoreWish } from "../../local/stack/firestore";
import { readSeedFile } from "../../local/stack/data/seed-file";
import { seeds } from "../../local/stack/seeds";
import { startStack, type Stack } from "../../local/stack/stack";
import { aborted, stopSignal } from "../../local/stack/stop-signal";

export async function main(args: string[]): Promise<void> {
  const options = parseOptions(
    args,
    {
      firestore: { type: "string", default: "auto" },
      project: { type: "string", default: "demo-auth" },
      "port-offset": { type: "string", default: "0" },
      "no-watch": { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
      seed: { type: "string" },
    },
    "start",
  );
  const begin = performance.now();
  const stopped = stopSignal("Stopped before it was ready.");
  const firestore = firestoreWish(options.firestore);
  const stack = await startStack({
    projectId: options.project,
    portOffset: Number(options["port-offset"]),
    firestore,
    watch: !options["no-watch"],
    keep: options.keep,
    ...(options.seed !== undefined && { seedFile: readSeedFile(options.seed) }),
    log: (line) => console.log(line),
    signal: stopped,
  });
  printAddresses(stack);
  console.log(
    `\nStarted in ${((performance.now() - begin) / 1000).toFixed(1)} s. Ctrl-C stops it.\nready`,
  );

  const requested = aborted(stopped).catch(() => undefined);
  const reason = await Promise.race([requested, stack.ended]);
  console.log("\nStopping");
  await stack.stop();
  if (reason) throw reason;
  process.exit(0);
}

const firestoreWishes: readonly string[] = ["auto", "embedded", "official"];

function firestoreWish(wish: string): FirestoreWish {
  if (firestoreWishes.includes(wish)) return wish as FirestoreWish;
  throw new Refusal(`--firestore is one of ${firestoreWishes.join(", ")}: not "${wish}".`);
}

function printAddresses({ projectId, addresses, firestore, logFile }: Stack): void {
  const url = (address: string) => `http://${address}`;
  const rows: [string, string][] = [
    ["Pages", url(addresses.hosting)],
    ["HTTPS API", `${url(addresses.hosting)}/api`],
    ["Callables", `${url(addresses.functions)}/${projectId}/us-central1/<name>`],
    ["Inbox", url(addresses.inbox)],
    ["Data", url(addresses.data)],
    ["SMTP", addresses.smtp],
    ["Auth", addresses.auth],
    ["Firestore", addresses.firestore],
    ["Tasks", addresses.tasks],
    ["Hub", addresses.hub],
    ["Accounts", seeds.map(({ email, role }) => `${email} (${role})`).join(", ")],
    ["Password", [...new Set(seeds.map(({ password }) => password))].join(", ")],
    ["Log", logFile],
  ];
  console.log();
  for (const [what, where] of rows) console.log(`  ${what.padEnd(11)}${where}`);
  console.log(`\nFirestore is ${firestore}`);
  console.log("register runs no beforeUserCreated; beforeRegistration does that (README)");
}
