import { accountWords } from "../../i18n/account/words";
import { words } from "../../i18n/words";
import { settings } from "../../settings";
import { element, paragraph, type Child } from "../../ui/element";
import { pending } from "../../ui/pending";
import { section } from "../../ui/section";
import type { Account } from "../account";

const google = "google.com";

/** The ways in which one can sign in to the account, and how to add Google. */
export function waysPart(account: Account): HTMLElement {
  const { title, addGoogle } = accountWords().ways;
  return section(
    title,
    pending(
      account.load,
      ({ providers }): Child[] => [
        element("div", { class: "badges" }, ...providers.map(way)),
        ...(settings.offersGoogle && !providers.includes(google) ? [paragraph(addGoogle)] : []),
      ],
      account.me,
    ),
  );
}

function way(provider: string): HTMLElement {
  const names: Record<string, string> = { password: words.fields.password, [google]: "Google" };
  return element("span", { class: "badge" }, names[provider] ?? provider);
}
