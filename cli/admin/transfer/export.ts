import { existsSync, readFileSync, renameSync, rmSync, statSync, truncateSync } from "node:fs";
import { open as openFile, writeFile } from "node:fs/promises";
import { Refusal } from "../../command";
import { open, type Target } from "../../project/target";
import { toCsv, type ExportedUser } from "./csv";
import { accountPages } from "./pages";
import { formatOf, type Format } from "./rows";

/** How far an export has got. */
interface Bookmark {
  /** The token of the next page. */
  next: string;
  /** How long the file is, and how many users are in it. */
  bytes: number;
  users: number;
}

/**
 * Writes all accounts of a project to a file, in Firebase's own form, with the hashes of their passwords: readable by
 * its owner alone. It is called so only when it is complete; what was interrupted goes on where it stopped.
 */
export async function exportFile(target: Target, file: string): Promise<void> {
  const format = formatOf(file);
  if (existsSync(file)) throw new Refusal(`${file} is there already.`);
  await open(target);
  const [part, bookmarkFile] = [`${file}.part`, `${file}.part.json`];
  const mark = bookmark(part, bookmarkFile);
  const output = await openFile(part, mark ? "a" : "w", 0o600);
  let users = mark?.users ?? 0;
  if (!mark) await output.write(format === "json" ? '{"users": [' : "");
  for await (const page of accountPages(target.project, mark?.next)) {
    await output.write(page.users.map((user, index) => line(user, users + index, format)).join(""));
    users += page.users.length;
    await output.sync();
    if (page.next !== undefined) {
      const { size: bytes } = statSync(part);
      const reached: Bookmark = { next: page.next, bytes, users };
      await writeFile(bookmarkFile, JSON.stringify(reached), { mode: 0o600 });
    }
    console.log(`${users} users`);
  }
  await output.write(format === "json" ? "\n]}\n" : "");
  await output.close();
  renameSync(part, file);
  rmSync(bookmarkFile, { force: true });
  console.log(
    `All ${users} users are in ${file}, with the hashes of their passwords: keep it safe.`,
  );
}

/** Where to go on, if there is something to go on with. What was written after the bookmark is written again. */
function bookmark(part: string, file: string): Bookmark | undefined {
  if (!existsSync(part) || !existsSync(file)) return undefined;
  const mark = JSON.parse(readFileSync(file, "utf8")) as Bookmark;
  truncateSync(part, mark.bytes);
  console.log(`Going on after ${mark.users} users.`);
  return mark;
}

function line(user: ExportedUser, index: number, format: Format): string {
  if (format === "csv") return `${toCsv(user)}\n`;
  return `${index === 0 ? "" : ","}\n${JSON.stringify(user)}`;
}
