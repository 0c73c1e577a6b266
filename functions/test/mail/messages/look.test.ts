import { messages } from "../../../src/mail/messages/locales";
import { writer } from "../../../testing/mail/writer";
import { ada, at, contents, everyMail } from "../../../testing/mail/every-mail";

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
