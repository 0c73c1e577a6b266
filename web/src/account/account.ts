import { askForVerification } from "../api/mails";
import * as session from "../api/session";
import type { User } from "../api/user";
import { isolate } from "../i18n/isolate";
import { words } from "../i18n/words";
import { element, paragraph, type Child } from "../ui/element";
import { form } from "../ui/form";
import type { View } from "../ui/page";

export interface AccountEvents {
  /** The session has ended; the text says how. */
  left: (notice: string) => void;
}

/** Says who is signed in, and offers to leave. */
export function account(user: User, { left }: AccountEvents): View {
  const { title, signOut, signOutEverywhere, signedOut, signedOutEverywhere } = words.account;
  return {
    title,
    content: [
      details(user),
      ...verification(user),
      form({
        label: signOut,
        send: async () => {
          await session.signOut();
          left(signedOut);
        },
      }),
      form({
        label: signOutEverywhere,
        kind: "secondary",
        send: async () => {
          await session.signOutEverywhere(user);
          left(signedOutEverywhere);
        },
      }),
    ],
  };
}

function details({ name, email, emailVerified, role }: User): HTMLElement {
  const { verified, unverified, ...labels } = words.account;
  const badge = element(
    "span",
    { class: emailVerified ? "badge good" : "badge" },
    emailVerified ? verified : unverified,
  );
  const row = (label: string, ...value: Child[]) =>
    element("div", {}, element("dt", {}, label), element("dd", {}, ...value));
  return element(
    "dl",
    {},
    row(labels.name, isolate(name || "–")),
    row(labels.email, isolate(email ?? "–"), " ", ...(email === undefined ? [] : [badge])),
    row(labels.role, role ?? "–"),
  );
}

/** Until the address is verified: another mail on demand. */
function verification({ email, emailVerified }: User): Child[] {
  if (emailVerified || email === undefined) return [];
  const { unverifiedLead, resend, resent } = words.account;
  const status = element("p", { role: "status" });
  const again = form({
    label: resend,
    kind: "secondary",
    send: async () => {
      await askForVerification(email);
      status.textContent = resent;
    },
  });
  return [element("section", { class: "notice" }, paragraph(unverifiedLead), again, status)];
}
