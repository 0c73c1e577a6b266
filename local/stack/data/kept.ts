import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SeededAccount } from "../seeds";

/** What a stack leaves for the next one of the same project and ports. */
export interface Kept {
  /** Whether a stack has left something. */
  readonly isThere: boolean;
  /** The file of the embedded Firestore. */
  readonly documents: string;
  /** The accounts that were kept. */
  readonly accounts: readonly SeededAccount[];
  /** `AUTH_KEYS`: without them, codes and counters that are kept would be worthless. */
  readonly keys: string;
  /** Keeps the accounts of a running Auth emulator. */
  keepAccounts(projectId: string, authHost: string): Promise<void>;
}

/** Opens the folder, which git ignores. Remove it to begin anew. */
export function openKept(root: string, projectId: string, portOffset: number): Kept {
  const folder = join(root, ".firebase/kept", `${projectId}-${portOffset}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = (name: string) => join(folder, name);
  const accounts = file("accounts.json");
  const keys = file("auth-keys");
  if (!existsSync(keys)) {
    writeFileSync(keys, randomBytes(32).toString("base64url"), { mode: 0o600 });
  }
  const isThere = existsSync(accounts);
  return {
    isThere,
    documents: file("documents"),
    accounts: isThere ? (JSON.parse(readFileSync(accounts, "utf8")) as SeededAccount[]) : [],
    keys: readFileSync(keys, "utf8"),
    async keepAccounts(project, authHost) {
      const path = `identitytoolkit.googleapis.com/v1/projects/${project}/accounts:batchGet`;
      // The emulator gives all of them at once.
      const reply = await fetch(`http://${authHost}/${path}?maxResults=-1`, {
        headers: { authorization: "Bearer owner" },
        signal: AbortSignal.timeout(5_000),
      });
      const { users = [] } = (await reply.json()) as { users?: object[] };
      writeFileSync(accounts, JSON.stringify(users), { mode: 0o600 });
    },
  };
}
