import type { ImportedRow } from "./row";

/** Refuses what stands in the rows twice: Firebase would refuse all of them. */
export function withoutTwins(rows: readonly (ImportedRow | string)[]): (ImportedRow | string)[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    if (typeof row === "string") return row;
    const names = namesOf(row);
    const twin = names.find(([, value]) => seen.has(value));
    if (twin) return `${twin[0]}: the same stands in a row before`;
    for (const [, value] of names) seen.add(value);
    return row;
  });
}

/** What only one account can have, by the field that says it. */
const namesOf = ({ localId, email, phoneNumber, providerUserInfo }: ImportedRow) => [
  ["localId", `id ${localId}`] as const,
  ...(email === undefined ? [] : [["email", `email ${email}`] as const]),
  ...(phoneNumber ? [["phoneNumber", `phone ${phoneNumber}`] as const] : []),
  ...providerUserInfo.map(
    ({ providerId, rawId }) => ["providerUserInfo", `${providerId} ${rawId}`] as const,
  ),
];
