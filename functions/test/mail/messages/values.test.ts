import { type Locale } from "../../../src/mail/messages/languages";
import { deviceOf } from "../../../src/sessions/device";
import { writer } from "../../../testing/mail/writer";
import { ada, at, everyMail, link } from "../../../testing/mail/every-mail";

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

test.each<[Locale, string, string]>([
  ["en", "Device: Chrome on macOS (203.0.113.0/24)", "Device: unknown\n"],
  ["fr", "Appareil : Chrome on macOS (203.0.113.0/24)", "Appareil : inconnu\n"],
])("a notice in %s says from where it was done", (locale, line, vagueLine) => {
  const from = { device: "Chrome on macOS", place: "203.0.113.0/24" };
  const { text, html } = writer()({ kind: "new-device", at, from }, ada(locale));
  for (const part of [text, html]) expect(part).toContain(line);
  const nowhere = writer()({ kind: "new-device", at, from: { ...from, place: "" } }, ada(locale));
  expect(nowhere.text).toContain("Chrome on macOS\n");
  const unknown = { device: deviceOf(undefined), place: "" };
  const { text: vague } = writer()({ kind: "new-device", at, from: unknown }, ada(locale));
  expect(vague).toContain(vagueLine);
  expect(writer()({ kind: "role-changed", at }, ada(locale)).text).not.toContain("Chrome");
});

test.each<[Locale, string]>([
  ["en", "Time: January 31, 2026 at 5:05 PM UTC"],
  ["de", "Zeitpunkt: 31. Januar 2026 um 17:05 UTC"],
])("a notice in %s says when it happened", (locale, line) => {
  const { text, html } = writer()({ kind: "role-changed", at }, ada(locale));
  for (const part of [text, html]) expect(part.replaceAll("\u202F", " ")).toContain(line);
});
