import { type Locale, locales } from "../../../src/mail/messages/languages";
import { messages } from "../../../src/mail/messages/locales";
import { linkKinds, noticeKinds } from "../../../src/mail/kinds";
import type { MailContent } from "../../../src/mail/messages/message";
import { look, writer } from "../../../testing/mail/post-office";

const link = "https://app.example.com/auth/action?mode=resetPassword&oobCode=a-b_c&lang=en";

const at = new Date("2026-01-31T17:05:00Z");

const contents: MailContent[] = [
  ...linkKinds.map((kind) => ({ kind, link })),
  ...noticeKinds.map((kind) => ({ kind, at })),
];

const everyMail = locales.flatMap((locale) =>
  contents.map((content) => [content.kind, locale, content] as const),
);

const ada = (locale: Locale) => ({ locale, firstName: "Ada", role: "Admin" });

/** The text of an HTML page as its reader sees it. */
const visible = (html: string) =>
  html
    .replace(/<style>.*?<\/style>|<!--.*?-->|<[^>]*>/gs, " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

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

describe("what is not ours in a mail", () => {
  const nasty = `<script>alert("x")</script> & 'y'`;

  test.each(everyMail)("is escaped in the HTML of %s in %s", (_kind, locale, content) => {
    const { html, text } = writer({ appName: nasty })(content, {
      locale,
      firstName: nasty,
      role: nasty,
    });
    expect(html).not.toContain("<script");
    expect(html).not.toContain('"x"');
    expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;");
    expect(text).toContain(nasty);
  });

  test("can't break out of the link's attribute", () => {
    const { html } = writer()({ kind: "password-reset", link: `${link}"><script>` }, ada("en"));
    expect(html).not.toContain("<script");
  });
});

test("without a name, the greeting has none", () => {
  const { text } = writer()(
    { kind: "password-changed", at },
    { locale: "en", firstName: "", role: "" },
  );
  expect(text).toMatch(/^Hello,\n\n/);
});

describe("the look", () => {
  test("has the logo in place of the name", () => {
    const write = writer({
      appLogoUrl: "https://example.com/logo.png?a=1&b=2",
      appName: "Test app",
    });
    const { html } = write({ kind: "password-changed", at }, ada("en"));
    expect(html).toContain('src="https://example.com/logo.png?a=1&amp;b=2" alt="Test app"');
  });

  test.each(everyMail)(
    "asks nobody to write, in %s in %s, where there is no support address",
    (_kind, locale, content) => {
      const { text, html } = writer({ supportEmail: "" })(content, ada(locale));
      const [before] = messages[locale].report("@").split("@") as [string];
      expect(text).not.toContain(before);
      expect(text).not.toContain(messages[locale].support("@").split("@")[0]);
      expect(text).toContain(messages[locale].noReplies);
      expect(html).not.toMatch(/<p class="text"[^>]*><\/p>/);
    },
  );

  test("says nothing against replies where there is a support address", () => {
    for (const content of contents) {
      expect(writer()(content, ada("en")).text).not.toContain(messages.en.noReplies);
    }
  });

  test.each([
    ["#1d4ed8", "#ffffff"],
    ["#000000", "#ffffff"],
    ["#ffffff", "#000000"],
    ["#facc15", "#000000"],
  ])("writes on %s in %s", (appColor, textColor) => {
    const { html } = writer({ appColor })(contents[0]!, ada("en"));
    expect(html).toContain(`background-color:${appColor}`);
    expect(html).toContain(`color:${textColor};text-decoration:none`);
  });
});

test("every language has texts of its own", () => {
  const leads = [...linkKinds, ...noticeKinds].map((kind) =>
    locales.map((locale) => messages[locale][kind].lead({ app: "A", role: "B" })),
  );
  for (const lead of leads) expect(new Set(lead).size).toBe(locales.length);
});

test.each<[Locale, string]>([
  ["en", "Device: Chrome on macOS (203.0.113.0/24)"],
  ["fr", "Appareil : Chrome on macOS (203.0.113.0/24)"],
])("a notice in %s says from where it was done", (locale, line) => {
  const from = { device: "Chrome on macOS", place: "203.0.113.0/24" };
  const { text, html } = writer()({ kind: "new-device", at, from }, ada(locale));
  for (const part of [text, html]) expect(part).toContain(line);
  const nowhere = writer()({ kind: "new-device", at, from: { ...from, place: "" } }, ada(locale));
  expect(nowhere.text).toContain("Chrome on macOS\n");
  expect(writer()({ kind: "role-changed", at }, ada(locale)).text).not.toContain("Chrome");
});

test.each<[Locale, string]>([
  ["en", "Time: January 31, 2026 at 5:05 PM UTC"],
  ["de", "Zeitpunkt: 31. Januar 2026 um 17:05 UTC"],
])("a notice in %s says when it happened", (locale, line) => {
  const { text, html } = writer()({ kind: "role-changed", at }, ada(locale));
  for (const part of [text, html]) expect(part.replaceAll("\u202F", " ")).toContain(line);
});
