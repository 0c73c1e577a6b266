import { z } from "zod";
import type { Account } from "./accounts";
import type { AdminApi } from "./admin-api";
import { lookedUp, toAccounts } from "./looked-up";

/** How passwords were hashed, by Firebase's names: `hashAlgorithm`, `signerKey`, … */
export type HashConfig = Readonly<Record<string, string | number>>;

/** An account as Firebase imports it. */
export interface UploadedAccount {
  readonly localId: string;
  readonly email?: string | undefined;
  readonly [field: string]: unknown;
}

/** Brings accounts into Firebase Auth, many at once; no event reports them. */
export interface AccountImports {
  /** Finds the accounts that have one of these ids or addresses. */
  find(uids: readonly string[], emails: readonly string[]): Promise<Account[]>;

  /**
   * Makes accounts, and never changes one that is there.
   *
   * @returns why some were refused, by their place in the list.
   */
  upload(
    accounts: readonly UploadedAccount[],
    hash: HashConfig,
  ): Promise<ReadonlyMap<number, string>>;
}

/** Ids or addresses in one look-up. */
const perLookUp = 100;

const uploaded = z.object({
  error: z
    .array(z.object({ index: z.number().default(0), message: z.string().default("") }))
    .default([]),
});

export function firebaseAccountImports(api: AdminApi): AccountImports {
  async function lookUp(which: object): Promise<Account[]> {
    const { body, asOf } = await api.accounts(":lookup", which);
    return toAccounts(lookedUp.parse(body), asOf);
  }

  return {
    async find(uids, emails) {
      const asked = [
        ...chunks(uids).map((localId) => ({ localId })),
        ...chunks(emails).map((email) => ({ email })),
      ];
      return (await Promise.all(asked.map(lookUp))).flat();
    },

    async upload(users, hash) {
      const safe = { allowOverwrite: false, sanityCheck: true };
      const { body } = await api.accounts(":batchCreate", { users, ...hash, ...safe });
      return new Map(uploaded.parse(body).error.map(({ index, message }) => [index, message]));
    },
  };
}

function chunks(values: readonly string[]): string[][] {
  const count = Math.ceil(values.length / perLookUp);
  return Array.from({ length: count }, (_, index) =>
    values.slice(index * perLookUp, (index + 1) * perLookUp),
  );
}
