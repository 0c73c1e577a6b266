import { locales } from "../../../src/mail/messages/languages";
import { messages } from "../../../src/mail/messages/locales";
import { linkKinds, noticeKinds } from "../../../src/mail/kinds";
import { look, writer } from "../../../testing/mail/writer";
import { ada, everyMail, link } from "../../../testing/mail/every-mail";

/** The text of an HTML page as its reader sees it. */
const visible = (html: string) =>
  html
    .replace(/<style>.*?<\/style>|<!--.*?-->|<[^>]*>/gs, " ")
    .replaceAll("&amp;", "&")
    .replace(/[ \n]+/g, " ");

describe.each(everyMail)("%s in %s", (_kind, locale, content) => {
  const { subject, text, html } = writer()(content, ada(locale));
  const words = messages[locale][content.kind];
  const about = { app: look.appName, role: "Admin" };

  test("says the same in both parts", () => {
    expect(subject).toBe(words.subject(about));
    for (const sentence of [
      messages[locale].hello("Ada"),
      words.lead(about),
      words.advice,
      messages[locale]["link" in content ? "support" : "report"]("help@example.com"),
      messages[locale].sentBy(look.appName),
    ]) {
      expect(text).toContain(sentence);
      expect(visible(html)).toContain(sentence);
    }
    expect(text + html).not.toMatch(/undefined|\[object|<%/);
  });

  test("has no line that begins with French punctuation", () => {
    expect(text).not.toMatch(/ [:;?!»]|« /);
  });

  test("has its link, or that to what one should do, in both parts", () => {
    const inText = text.match(/https?:\S+/g) ?? [];
    const inHtml = [...html.matchAll(/href="([^"]*)"/g)].map(([, url = ""]) =>
      url.replaceAll("&amp;", "&"),
    );
    const page = `https://app.example.com/?lang=${locale}`;
    const hashes: Partial<Record<string, string>> = {
      "email-changed": "",
      "role-changed": "",
      "account-deleted": "#register",
    };
    const expected = ["link" in content ? link : `${page}${hashes[content.kind] ?? "#forgot"}`];
    expect(inText).toEqual(expected);
    expect(inHtml).toEqual([...expected, ...expected]);
  });

  test("runs in its direction, in light and in dark, within 600 pixels", () => {
    const direction = locale === "ar" ? "rtl" : "ltr";
    expect(html).toContain(`<html lang="${locale}" dir="${direction}">`);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain("@media (prefers-color-scheme: dark)");
    expect(html).toContain("max-width:600px");
    // Gmail cuts off what is longer.
    expect(Buffer.byteLength(html)).toBeLessThan(102_400);
  });
});

test("every language has texts of its own", () => {
  const leads = [...linkKinds, ...noticeKinds].map((kind) =>
    locales.map((locale) => messages[locale][kind].lead({ app: "A", role: "B" })),
  );
  for (const lead of leads) expect(new Set(lead).size).toBe(locales.length);
});
