import { readFileSync } from "node:fs";
import { Refusal } from "../../../cli/command";

/** An account that a stack begins with; its e-mail address is verified. */
export interface Seed {
  uid: string;
  email: string;
  password: string;
  firstName: string;
  lastName: string;
  role: string;
}

/** What a stack begins with beside its own accounts: users, and documents by their paths, in the JSON of the page Data. */
export interface SeedFile {
  readonly users: readonly Seed[];
  readonly documents: Readonly<Record<string, unknown>>;
}

export const noSeeds: SeedFile = { users: [], documents: {} };

/** @throws {Refusal} Saying what is wrong with it. */
export function readSeedFile(file: string): SeedFile {
  const { users = [], documents = {} } = parse(file) as Partial<SeedFile>;
  users.forEach((user, index) => {
    const missing = ["uid", "email", "password", "firstName", "lastName", "role"].filter(
      (field) => typeof user[field as keyof Seed] !== "string",
    );
    if (missing.length > 0) {
      throw new Refusal(`${file}: user ${index + 1} lacks ${missing.join(", ")}.`);
    }
  });
  for (const path of Object.keys(documents)) {
    if (!/^[^/]+\/[^/]+(\/[^/]+\/[^/]+)*$/.test(path)) {
      throw new Refusal(`${file}: "${path}" is no path of a document.`);
    }
  }
  return { users, documents };
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Refusal(`${file} can't be read: ${(cause as Error).message}`, { cause });
  }
}
