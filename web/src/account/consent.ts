import { listSentence } from "../i18n/sentence";
import { words } from "../i18n/words";
import { settings } from "../settings";
import { element, link, type Child } from "../ui/element";

/** What somebody agrees to by creating an account; nothing where the team has set no links. */
export function consent(): Child[] {
  const { termsUrl, privacyUrl } = settings;
  const links = [
    ...(termsUrl === "" ? [] : [link(termsUrl, words.terms)]),
    ...(privacyUrl === "" ? [] : [link(privacyUrl, words.privacy)]),
  ];
  if (links.length === 0) return [];
  return [element("p", { class: "hint" }, ...listSentence(words.register.consent, links))];
}
