import { element, button } from "../ui/element";
import { base } from "./document";

const input = element("input", {
  id: "token",
  type: "password",
  autocomplete: "off",
  spellcheck: "false",
});
const status = element("p", { role: "status" });

/** The access token that requests are sent with; empty for none. */
export const token = (): string => input.value.trim();

/** Takes a token out of a reply that brings one, so that nobody has to copy it. */
export function takeToken(reply: unknown): void {
  if (typeof reply !== "object" || reply === null || !("accessToken" in reply)) return;
  input.value = String(reply.accessToken);
  status.textContent = "The token of the last reply is used.";
}

/** Takes the token of the browser's own session, if there is one. */
export async function useSession(): Promise<void> {
  const reply = await fetch(`${base}/auth/refresh`, { method: "POST" }).catch(() => undefined);
  if (reply?.status !== 200) {
    status.textContent = "There is no session in this browser: sign in below, or paste a token.";
    return;
  }
  takeToken(await reply.json());
  status.textContent = "The token of this browser's session is used.";
}

/** Where the token is seen to. */
export function tokenForm(): HTMLElement {
  return element(
    "section",
    {},
    element("label", { for: "token" }, "Access token, sent as bearer token"),
    input,
    button("Use this browser's session", () => void useSession()),
    status,
  );
}
