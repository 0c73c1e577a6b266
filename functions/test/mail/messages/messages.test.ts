import { type Locale, locales } from "../../../src/mail/messages/languages";
import { messages } from "../../../src/mail/messages/locales";
import { linkKinds, noticeKinds } from "../../../src/mail/outbox/outbox";
import type { Letter } from "../../../src/mail/messages/message";
import { look, writer } from "../../../testing/mail/post-office";

const link = "https://app.example.com/auth/action?mode=resetPassword&oobCode=a-b_c&lang=en";

const letters: Letter[] = [
  ...linkKinds.map((kind) => ({ kind, link })),
  ...noticeKinds.map((kind) => ({ kind })),
];

const everyMail = locales.flatMap((locale) =>
  letters.map((letter) => [letter.kind, locale, letter] as const),
);

const ada = (locale: Locale) => ({ locale, firstName: "Ada", role: "Admin" });

/** The text of an HTML page as its reader sees it. */
const visible = (html: string) =>
  html
    .replace(/<style>.*?<\/style>|<!--.*?-->|<[^>]*>/gs, " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

describe.each(everyMail)("%s in %s", (_kind, locale, letter) => {
  const { subject, text, html } = writer()(letter, ada(locale));
  const words = messages[locale][letter.kind];
  const about = { app: look.appName, role: "Admin" };

  test("says the same in both parts", () => {
    expect(subject).toBe(words.subject(about));
    for (const sentence of [
      messages[locale].hello("Ada"),
      words.lead(about),
      words.advice,
      messages[locale].support("help@example.com"),
      messages[locale].sentBy(look.appName),
    ]) {
      expect(text).toContain(sentence);
      expect(visible(html)).toContain(sentence);
    }
    expect(text + html).not.toMatch(/undefined|\[object|<%/);
  });

  test("has the link in both parts, or none", () => {
    const inText = text.match(/https?:\S+/g) ?? [];
    const inHtml = [...html.matchAll(/href="([^"]*)"/g)].map(([, url = ""]) =>
      url.replaceAll("&amp;", "&"),
    );
    expect(inText).toEqual("link" in letter ? [link] : []);
    expect(inHtml).toEqual("link" in letter ? [link, link] : []);
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

  test.each(everyMail)("is escaped in the HTML of %s in %s", (_kind, locale, letter) => {
    const { html, text } = writer({ appName: nasty })(letter, {
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
    { kind: "password-changed" },
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
    const { html } = write({ kind: "password-changed" }, ada("en"));
    expect(html).toContain('src="https://example.com/logo.png?a=1&amp;b=2" alt="Test app"');
  });

  test("leaves out the support line if there is no support address", () => {
    const { text } = writer({ supportEmail: "" })({ kind: "password-changed" }, ada("en"));
    expect(text).not.toContain("Questions?");
  });

  test.each([
    ["#1d4ed8", "#ffffff"],
    ["#000000", "#ffffff"],
    ["#ffffff", "#000000"],
    ["#facc15", "#000000"],
  ])("writes on %s in %s", (appColor, textColor) => {
    const { html } = writer({ appColor })(letters[0]!, ada("en"));
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
