import { claimsOf, type User } from "../api/user";
import { words } from "../i18n/words";
import { settings } from "../settings";
import { button } from "../ui/element";
import { show } from "../ui/page";

/** Where the tab keeps what it asked Google, until the answer comes. */
const question = "google-question";

/**
 * A button that leads to Google and back, by OpenID Connect's redirect alone: no script of Google's runs in the page, so
 * the content-security policy need not trust any. On the local stack a stand-in takes Google's place.
 */
export function googleButton(entered: (user: User) => void): HTMLElement | undefined {
  const { googleClientId } = settings;
  if (googleClientId !== "") {
    return button(words.signIn.google, () => location.assign(askGoogle(googleClientId)));
  }
  if (import.meta.env.VITE_INBOX === undefined) return undefined;
  return button(words.signIn.google, () => {
    void import("../local/google-stand-in").then(({ googleStandIn }) =>
      show(googleStandIn(entered)),
    );
  });
}

function askGoogle(clientId: string): string {
  const nonce = crypto.randomUUID();
  sessionStorage.setItem(question, nonce);
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

/** The ID token that Google has sent along, if this tab asked for it. It leaves the address bar at once. */
export function googleAnswer(): string | undefined {
  const answer = new URLSearchParams(location.hash.slice(1));
  const idToken = answer.get("id_token");
  if (idToken === null) return undefined;
  history.replaceState(null, "", location.pathname + location.search);
  const nonce = sessionStorage.getItem(question);
  sessionStorage.removeItem(question);
  const isAnswer =
    nonce !== null && answer.get("state") === nonce && claimsOf(idToken).nonce === nonce;
  return isAnswer ? idToken : undefined;
}
