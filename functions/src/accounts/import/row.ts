import type { Account } from "../../identity/accounts";

/** An account that is to be imported, in the shape of Firebase's `auth:export`. */
export interface ImportedRow {
  readonly localId: string;
  readonly email?: string | undefined;
  readonly emailVerified: boolean;
  readonly passwordHash?: string | undefined;
  readonly salt?: string | undefined;
  readonly displayName: string;
  readonly photoUrl?: string | undefined;
  /** Milliseconds since 1970, as is the next. */
  readonly createdAt?: number | undefined;
  readonly lastSignedInAt?: number | undefined;
  readonly phoneNumber?: string | undefined;
  readonly disabled: boolean;
  /** The custom claims. */
  readonly customAttributes?: Readonly<Record<string, unknown>> | undefined;
  readonly providerUserInfo: readonly { readonly providerId: string; readonly rawId: string }[];
  readonly mfaInfo?: readonly object[] | undefined;
}

/** The account that a row becomes. @param now - milliseconds since 1970. */
export function accountOf(row: ImportedRow, now: number): Account {
  const { localId: uid, email = null, customAttributes = {}, providerUserInfo, phoneNumber } = row;
  return {
    ...{ uid, email, claims: customAttributes },
    ...{ emailVerified: row.emailVerified, disabled: row.disabled, displayName: row.displayName },
    createdAt: row.createdAt ?? now,
    validSince: 0,
    providers: [
      ...(row.passwordHash ? ["password"] : []),
      ...providerUserInfo.map(({ providerId }) => providerId),
      ...(phoneNumber ? ["phone"] : []),
    ],
    hasSecondFactor: (row.mfaInfo?.length ?? 0) > 0,
    secondFactors: [],
    lastSignInAt: row.lastSignedInAt ?? null,
    lastSeenAt: row.lastSignedInAt ?? null,
    asOf: Math.floor(now / 1000),
  };
}
