import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSettings } from "../../functions/src/config";
import type { ActionMode } from "../../functions/src/identity/action-codes";
import { actionLink } from "../../functions/src/mail/messages/action-link";
import { type Locale, locales } from "../../functions/src/mail/messages/languages";
import { type MailContent, messageWriter } from "../../functions/src/mail/messages/message";
import {
  isInvitationKind,
  isLinkKind,
  linkKinds,
  noticeKinds,
} from "../../functions/src/mail/kinds";
import { projectFolder, templatesFolder } from "../project/place";

/** In a folder that git ignores. */
const folderOf = () => join(projectFolder(), ".firebase");

/**
 * Writes every mail in every language to one page, as the parameters in the environment make them look.
 *
 * @returns The page's path.
 */
export function writePreview(): string {
  const settings = readSettings(process.env, { local: true });
  const write = messageWriter(settings, templatesFolder());

  const show = (kind: MailContent["kind"], locale: Locale): string => {
    const { subject, text, html } = write(contentOf(kind, settings.actionUrl, locale), {
      ...{ locale, firstName: "Ada", role: settings.roles[0] },
    });
    return `<article lang="${locale}">
<h3>${locale}: ${escape(subject)}</h3>
<iframe srcdoc="${escape(html)}" title="${kind}, ${locale}"></iframe>
<pre dir="auto">${escape(text)}</pre>
</article>`;
  };

  const sections = [...linkKinds, ...noticeKinds].map(
    (kind) => `<h2>${kind}</h2>
<section>${locales.map((locale) => show(kind, locale)).join("\n")}</section>`,
  );
  const folder = folderOf();
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "mail-preview.html");
  writeFileSync(file, page(sections.join("\n")));
  return file;
}

function contentOf(kind: MailContent["kind"], actionUrl: string, locale: Locale): MailContent {
  if (!isLinkKind(kind)) return { kind, at: new Date() };
  const modes: Record<typeof kind, ActionMode> = {
    "password-reset": "resetPassword",
    "email-verification": "verifyEmail",
    "email-change": "verifyAndChangeEmail",
    invitation: "acceptInvitation",
    "sign-up": "acceptInvitation",
  };
  const mode = modes[kind];
  const madeUp = `https://example.com/?mode=${mode}&oobCode=${"preview-".repeat(6)}`;
  const until = isInvitationKind(kind) ? { until: new Date() } : {};
  return { kind, link: actionLink(madeUp, actionUrl, locale), ...until };
}

const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const page = (body: string) => `<!doctype html>
<meta charset="utf-8">
<title>All mails</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.4 system-ui, sans-serif; }
  section { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(640px, 100%), 1fr)); gap: 24px; }
  article { min-width: 0; }
  iframe { width: 100%; height: 620px; border: 1px solid #888; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #888; padding: 12px; }
</style>
${body}
`;
