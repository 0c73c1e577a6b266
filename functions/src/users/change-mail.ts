/** A mail that a change brings, as the outbox takes it (`mail/`). */
export type ChangeMail = OwnerNotice | FormerAddressNotice | NewAddressLink;

/** For whoever owns the account, to the address that it has by then. */
interface OwnerNotice {
  readonly kind: "password-changed" | "role-changed" | "sessions-revoked" | "session-stolen";
  readonly uid: string;
  readonly from?: Whereabouts | undefined;
}

/** For whoever owned it, or its address, until now. */
interface FormerAddressNotice {
  readonly kind: "email-changed" | "account-deleted";
  readonly address: string;
  readonly locale: string | null;
  readonly from?: Whereabouts | undefined;
}

/** By which an address that the account was given is verified. */
interface NewAddressLink {
  readonly kind: "email-verification";
  readonly address: string;
  readonly locale: string | null;
}

interface Whereabouts {
  readonly device: string;
  readonly place: string;
}

/** A mail that is stored with a change. */
export interface WrittenMail {
  /** No other mail's. */
  readonly id: string;
  /** `null` takes back what was stored under the id. */
  readonly mail: ChangeMail | null;
}
