/** What the stored documents say of the state of the system. Times are milliseconds since 1970, by Firestore's clock. */
export interface SystemFacts {
  /** Changes of accounts that were begun and not finished, of which 1,000 are looked at. */
  readonly pending: { readonly count: number; readonly oldestAt: number | undefined };
  /** How many addresses, devices and networks are over each limit now, by the limit's name. 1,000 are looked at. */
  readonly limited: Readonly<Record<string, number>>;
  /** When the longest overdue mail was to be looked at; `undefined` where none is overdue. */
  readonly overdueMailAt: number | undefined;
  /** The shape of the stored documents. */
  readonly schema: number;
  /** By how many milliseconds this instance's clock is ahead of Firestore's, at least; negative where it is behind. */
  readonly clockAhead: number;
}

/** Looks at what no other port reads. Every method throws `unavailable` in an outage. */
export interface System {
  /** Looks now: four calls, side by side. */
  look(): Promise<SystemFacts>;

  /** The parameters that break their rules, as `check-deploy` says it. An instance with such does not start. */
  parameterFlaws(): readonly string[];
}
