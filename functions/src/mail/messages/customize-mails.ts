import { linkKinds, noticeKinds, type LinkKind, type NoticeKind } from "../kinds";
import { type Direction, type Language, type Locale, setFurtherLanguages } from "./languages";
import { messages } from "./locales";
import { en } from "./locales/en";
import type { LinkWords, Messages, NoticeWords } from "./locales/messages";

/** Some of a language's texts. */
export type SomeMailTexts = Partial<Omit<Messages, LinkKind | NoticeKind>> &
  Partial<Record<LinkKind, Partial<LinkWords>>> &
  Partial<Record<NoticeKind, Partial<NoticeWords>>>;

export interface MailCustomization {
  /** Texts in place of ours, by language. What is not named stays as it is. */
  texts?: Partial<Record<Locale, SomeMailTexts>>;
  /** Further languages by BCP 47 tag, each with every text. They are chosen as ours are. */
  languages?: Record<string, { texts: Messages; direction?: Direction }>;
  /** A folder with `mail.html.eta` and `mail.txt.eta` in place of ours. Default: the package's own. */
  templates?: string;
}

let chosen: MailCustomization = {};

/**
 * Gives the mails other texts, further languages, or another layout. Call it once, where the module that exports the
 * functions loads; what a later call says takes the place of what an earlier one said.
 *
 * @returns A function that goes back to our own.
 * @throws {TypeError} For a language that lacks a text, is one of ours, or has no BCP 47 tag.
 */
export function customizeMails(customization: MailCustomization): () => void {
  const languages = Object.entries(customization.languages ?? {});
  for (const [tag, { texts }] of languages) requireLanguage(tag, texts);
  chosen = customization;
  setFurtherLanguages(
    new Map(languages.map(([tag, { direction = "ltr" }]) => [tag, direction] as const)),
  );
  return () => void customizeMails({});
}

/** Every text in a language: a team's own before ours. */
export function textsOf(language: Language): Messages {
  const further = chosen.languages?.[language]?.texts;
  if (further) return further;
  const own = messages[language as Locale];
  const { [language as Locale]: changed = {} } = chosen.texts ?? {};
  const kinds = [...linkKinds, ...noticeKinds].map((kind) => [
    kind,
    { ...own[kind], ...changed[kind] },
  ]);
  return { ...own, ...changed, ...(Object.fromEntries(kinds) as Messages) };
}

/** The folder of the templates that a team gave. */
export const givenTemplates = (): string | undefined => chosen.templates;

function requireLanguage(tag: string, texts: Messages): void {
  if (tag in messages) throw new TypeError(`Mails: ${tag} is there; change it with "texts".`);
  if (canonical(tag) !== tag)
    throw new TypeError(`Mails: ${tag} is no BCP 47 tag as it is spelled.`);
  const missing = missingIn(texts, en);
  if (missing.length > 0) throw new TypeError(`Mails: ${tag} lacks ${missing.join(", ")}.`);
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** The names of the texts that are not of the sort that they are in a whole language. */
function missingIn(texts: object | undefined, whole: object, before = ""): string[] {
  return Object.entries(whole).flatMap(([name, wanted]: [string, unknown]) => {
    const given: unknown = (texts as Record<string, unknown> | undefined)?.[name];
    if (typeof wanted === "object" && wanted !== null) {
      return missingIn(given as object | undefined, wanted, `${name}.`);
    }
    return typeof given === typeof wanted ? [] : [before + name];
  });
}
