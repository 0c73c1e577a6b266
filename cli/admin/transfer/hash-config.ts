import { readFileSync } from "node:fs";
import type { HashConfig } from "../../../functions/src/identity/account-imports";
import { Refusal } from "../../command";

/** What the Firebase console's "Password hash parameters" call them, and what the API does. */
const names: Readonly<Record<string, string>> = {
  algorithm: "hashAlgorithm",
  base64_signer_key: "signerKey",
  base64_salt_separator: "saltSeparator",
  rounds: "rounds",
  mem_cost: "memoryCost",
  parallelization: "parallelization",
  block_size: "blockSize",
  derived_key_length: "dkLen",
  password_hash_order: "passwordHashOrder",
};

const binary: ReadonlySet<string> = new Set(["signerKey", "saltSeparator"]);

/**
 * Reads how passwords were hashed, in a file as the Firebase console shows it: a `name: value` on each line. The signer
 * key is a secret, so it is no option of the command, which others on the machine could see.
 */
export function readHashConfig(file: string): HashConfig {
  const config: Record<string, string | number> = {};
  const text = readFileSync(file, "utf8");
  for (const [, name = "", value = ""] of text.matchAll(/^\s*(\w+)\s*:\s*"?([^",\s]+)"?,?\s*$/gm)) {
    const field = names[name];
    if (field === undefined) throw new Refusal(`${file}: "${name}" is not known.`);
    const safe = value.replaceAll("+", "-").replaceAll("/", "_");
    config[field] = binary.has(field) ? safe : /^\d+$/.test(value) ? Number(value) : value;
  }
  if (config.hashAlgorithm === undefined) {
    throw new Refusal(`${file} names no algorithm (see Firebase's "Password hash parameters").`);
  }
  return config;
}
