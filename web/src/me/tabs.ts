import type { Child } from "../ui/element";
import type { Account } from "./account";
import { activityPart } from "./parts/activity";
import { exportPart } from "./parts/data";
import { deletionPart } from "./parts/deletion";
import { devicesPart } from "./parts/devices";
import { emailPart } from "./parts/email";
import { languagePart } from "./parts/language";
import { namePart } from "./parts/name";
import { passwordPart } from "./parts/password";
import { waysPart } from "./parts/ways";

/** What each part of the account page shows. */
export const tabs = {
  profile: (account) => [namePart(account), emailPart(account), languagePart(account)],
  security: (account) => [passwordPart(account), waysPart(account), devicesPart(account)],
  activity: (account) => [activityPart(account)],
  data: (account) => [exportPart(account), deletionPart(account)],
} as const satisfies Record<string, (account: Account) => Child[]>;

export type Tab = keyof typeof tabs;

/** The tab that an address names; `#password` is where password managers go. */
export function tabOf(hash: string): Tab {
  const name = hash.slice(1);
  if (name === "password") return "security";
  return Object.keys(tabs).find((tab): tab is Tab => tab === name) ?? "profile";
}
