import { claimsOf, type User } from "../api/user";
import { words } from "../i18n/words";
import { returnTo } from "../return-to";
import { settings } from "../settings";
import { button } from "../ui/element";
import { googleMark } from "./google-mark";
import { show } from "../ui/page";
import { lastUsed } from "./last-used";

/** Where the tab keeps what it asked Google, until the answer comes. */
const question = "google-question";

/**
 * A button that leads to Google and back, by OpenID Connect's redirect alone: no script of Google's runs in the page, so
 * the content-security policy need not trust any. On the local stack a stand-in takes Google's place.
 */
export function googleButton(entered: (user: User) => void): HTMLElement | undefined {
  const { googleClientId } = settings;
  if (googleClientId !== "") return marked(() => location.assign(askGoogle(googleClientId)));
  if (import.meta.env.VITE_INBOX === undefined) return undefined;
  return marked(() => {
    void import("../local/google-stand-in").then(({ googleStandIn }) =>
      show(() => googleStandIn(entered)),
    );
  });
}

function marked(onClick: () => void): HTMLElement {
  const made = button(words.signIn.google, onClick);
  made.classList.add("provider");
  made.prepend(googleMark());
  made.append(...lastUsed("google"));
  return made;
}

function askGoogle(clientId: string): string {
  const nonce = crypto.randomUUID();
  sessionStorage.setItem(
    question,
    JSON.stringify({ nonce, returnTo: returnTo(), hash: location.hash }),
  );
  const parameters = new URLSearchParams({
    client_id: clientId,
    redirect_uri: `${location.origin}/`,
    response_type: "id_token",
    scope: "openid email profile",
    state: nonce,
    nonce,
  });
  return `https://accounts.google.com/o/oauth2/v2/auth?${parameters}`;
}

/** What Google has sent along. */
export interface GoogleAnswer {
  /** There when this tab asked for it. */
  idToken?: string;
  /** Where the tab was asked to lead on to. */
  returnTo?: string;
}

/** Takes Google's answer out of the address bar, if there is one. */
export function googleAnswer(): GoogleAnswer | undefined {
  const answer = new URLSearchParams(location.hash.slice(1));
  const idToken = answer.get("id_token");
  if (idToken === null && !answer.has("error")) return undefined;
  const asked = JSON.parse(sessionStorage.getItem(question) ?? "{}") as Question;
  sessionStorage.removeItem(question);
  const { nonce, returnTo, hash = "" } = asked;
  history.replaceState(null, "", location.pathname + location.search + hash);
  const isAnswer =
    idToken !== null &&
    nonce !== undefined &&
    answer.get("state") === nonce &&
    claimsOf(idToken).nonce === nonce;
  return { ...(isAnswer && { idToken }), ...(returnTo !== undefined && { returnTo }) };
}

interface Question {
  nonce?: string;
  returnTo?: string;
  /** The part of the page that asked. */
  hash?: string;
}
