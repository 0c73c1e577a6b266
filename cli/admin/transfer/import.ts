import { setTimeout as wait } from "node:timers/promises";
import { isAuthError } from "../../../functions/src/errors";
import { importUsers, type Outcome } from "../../../functions/src/accounts/import/import-users";
import { readImportedRow } from "../../../functions/src/operation/requests/imported-row";
import { Refusal } from "../../command";
import { isLocal, open, type Target } from "../../project/target";
import { readHashConfig } from "./hash-config";
import { reportOf } from "./report";
import { rowsOf } from "./rows";
import { importEntry } from "./trail-entry";

/** Users in one request to Firebase Auth, and in one batch of documents. */
const batchSize = 500;

/** How often a batch is tried that Firebase could not be reached for, and the pause before, in milliseconds. */
const tries = 5;
const pause = 2_000;

export interface ImportRequest {
  file: string;
  /** The file that says how passwords were hashed. */
  hashConfig?: string | undefined;
  /** The row that an earlier run got to. */
  after: number;
  dryRun: boolean;
}

/** Imports the users of a file, says how far it got, and leaves a report of those who were refused. */
export async function importFile(target: Target, request: ImportRequest): Promise<void> {
  const { file, hashConfig, after, dryRun } = request;
  const hash = hashConfig === undefined ? {} : readHashConfig(hashConfig);
  const project = await open(target);
  const ports = project.importPorts();
  const entry = importEntry(project.ports().activity);
  const report = reportOf(`${file}.refused.jsonl`, { goesOn: after > 0 });
  const begun = performance.now();
  const count = { imported: 0, there: 0, refused: 0 };
  let row = after;
  for await (const batch of batches(file, after)) {
    if (hashConfig === undefined && !isLocal(target) && batch.some(hasPassword)) {
      throw new Refusal("There are passwords in it: --hash-config must say how they were hashed.");
    }
    const outcomes = await patiently(() =>
      importUsers(batch.map(readImportedRow), ports, { hash, dryRun }),
    );
    outcomes.forEach((outcome, index) => {
      count[outcome.kind] += 1;
      if (outcome.kind === "refused") report.add(row + index + 1, batch[index], outcome.why);
    });
    row += batch.length;
    if (!dryRun) await entry.note(count.imported);
    console.log(`${row} rows: ${said(count, dryRun)}`);
  }
  await Promise.all([report.close(), ...(dryRun ? [] : [entry.done(count.imported)])]);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`Done in ${seconds} s: ${said(count, dryRun)}.`);
  if (count.refused > 0) console.log(`Who was refused, and why, is in ${report.file}`);
}

const hasPassword = (user: unknown) =>
  typeof user === "object" && user !== null && "passwordHash" in user;

const said = (count: Record<Outcome["kind"], number>, dryRun: boolean) =>
  `${count.imported} ${dryRun ? "would be imported" : "imported"}, ${count.there} there already, ${count.refused} refused`;

async function* batches(file: string, after: number): AsyncGenerator<unknown[]> {
  let batch: unknown[] = [];
  let row = 0;
  for await (const user of rowsOf(file)) {
    row += 1;
    if (row > after) batch.push(user);
    if (batch.length === batchSize) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** An outage is waited for: whatever was done of a batch is found done when it is tried again. */
async function patiently(run: () => Promise<Outcome[]>): Promise<Outcome[]> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await run();
    } catch (error) {
      if (tried === tries || !isAuthError(error) || error.code !== "unavailable") throw error;
      await wait(pause * tried);
    }
  }
}
