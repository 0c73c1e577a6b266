import { createWriteStream, rmSync, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";

/** Those who were refused, one JSON object a line: row, id and reason, and nothing else of theirs. */
export interface Report {
  readonly file: string;
  add(row: number, user: unknown, why: string): void;
  close(): Promise<void>;
}

/**
 * A report that is there only if somebody was refused.
 *
 * @param goesOn - whether that of an earlier run is continued. Default: it is replaced.
 */
export function reportOf(file: string, { goesOn = false } = {}): Report {
  if (!goesOn) rmSync(file, { force: true });
  let stream: WriteStream | undefined;
  return {
    file,
    add(row, user, why) {
      stream ??= createWriteStream(file, { flags: "a", mode: 0o600 });
      stream.write(`${JSON.stringify({ row, localId: idOf(user), why })}\n`);
    },
    async close() {
      if (!stream) return;
      stream.end();
      await finished(stream);
    },
  };
}

function idOf(user: unknown): string | null {
  const id = typeof user === "object" && user !== null && "localId" in user ? user.localId : null;
  return typeof id === "string" ? id : null;
}
