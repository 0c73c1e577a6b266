import type { Account, AccountUpdate } from "../../identity/accounts";
import type { AccountRecord, MarkedField, StoredState } from "../../users/account-record";

/** What an account is meant to be, as its documents say. */
export interface Intent {
  readonly deleted: boolean;
  /** `null` for none; `undefined` while there is no document that says. */
  readonly role: string | null | undefined;
  /** `undefined` while there is no document that says. */
  readonly disabled: boolean | undefined;
  /** Sessions begun in this second (since 1970) or before have ended. */
  readonly revokedThrough: number;
}

/** Reads the intent out of the documents: `users/{uid}` is the truth of role and `disabled`. */
export function intentOf({ state, user }: AccountRecord): Intent {
  return {
    deleted: state?.deleted ?? false,
    role: user ? user.role : state?.role,
    disabled: user ? user.disabled : state?.disabled,
    revokedThrough: state?.validAfter ?? 0,
  };
}

/** Says what is to be written to an account for it to be as intended, in the marked fields alone. */
export function missing(
  intent: Intent,
  account: Account,
  fields: ReadonlySet<MarkedField>,
): AccountUpdate {
  const { role, disabled, revokedThrough } = intent;
  const claims = role === undefined || !fields.has("role") ? undefined : claimsWith(role, account);
  const validSince = revokedThrough + 1;
  return {
    ...(claims && { claims }),
    ...(fields.has("disabled") &&
      disabled !== undefined &&
      disabled !== account.disabled && { disabled }),
    // Firebase lets the second of `validSince` itself live on; it is never set back.
    ...(revokesSessions(fields) &&
      revokedThrough > 0 &&
      account.validSince < validSince && { validSince }),
  };
}

/** The fields that an update of an account writes. */
export function fieldsIn({ claims, disabled, validSince }: AccountUpdate): MarkedField[] {
  const written = [
    ["role", claims],
    ["disabled", disabled],
    ["sessions", validSince],
  ] as const;
  return written.flatMap(([field, value]) => (value === undefined ? [] : [field]));
}

/** Says whether two intents ask the same of an account in some fields. */
export function isSameIntent(fields: readonly MarkedField[], one: Intent, other: Intent): boolean {
  if (one.deleted !== other.deleted) return false;
  return (
    (!fields.includes("role") || one.role === other.role) &&
    (!fields.includes("disabled") || one.disabled === other.disabled) &&
    (!revokesSessions(new Set(fields)) || one.revokedThrough === other.revokedThrough)
  );
}

/** All fields of an account that have a change under way. */
export function markedFields(state: StoredState | undefined): Set<MarkedField> {
  return new Set(Object.values(state?.marks ?? {}).flatMap(({ fields }) => fields));
}

const revokesSessions = (fields: ReadonlySet<MarkedField>) =>
  fields.has("sessions") || fields.has("credentials");

/** The custom claims with another role, and all others as they are; `undefined` if they have it already. */
function claimsWith(
  role: string | null,
  { claims }: Account,
): Readonly<Record<string, unknown>> | undefined {
  const { role: claimed = null, ...others } = claims;
  if (claimed === role) return undefined;
  return role === null ? others : { ...others, role };
}
