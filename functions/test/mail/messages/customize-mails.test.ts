import { customizeMails, type MailTexts } from "../../../src/library";
import { acceptedLocale, chooseLocale } from "../../../src/mail/messages/languages";
import { messages } from "../../../src/mail/messages/locales";
import { ada, at } from "../../../testing/mail/every-mail";
import { writer } from "../../../testing/mail/writer";

const changed = { kind: "password-changed", at } as const;
const link = { kind: "password-reset", link: "https://example.com/x" } as const;

let undo: () => void = () => undefined;
afterEach(() => undo());

describe("a team's own texts", () => {
  test("stand in place of ours, and the others stay", () => {
    undo = customizeMails({
      texts: {
        de: {
          hello: (name) => `Moin ${name},`,
          "password-reset": { subject: ({ app }) => `Neues Passwort: ${app}` },
        },
      },
    });
    const german = writer()(link, ada("de"));
    expect(german.subject).toBe("Neues Passwort: Test app");
    expect(german.text).toMatch(/^Moin Ada,/);
    expect(german.text).toContain(messages.de["password-reset"].advice);
    expect(writer()(changed, ada("de")).subject).toBe(
      messages.de["password-changed"].subject({ app: "Test app", role: "" }),
    );
    expect(writer()(link, ada("en")).text).toMatch(/^Hello Ada,/);
  });

  test("are gone again once they are taken away", () => {
    customizeMails({ texts: { en: { hello: () => "Ahoy," } } })();
    expect(writer()(changed, ada("en")).text).toMatch(/^Hello Ada,/);
  });
});

describe("a further language", () => {
  const texts: MailTexts = { ...messages.en, hello: (name) => `שלום ${name},` };

  test("is chosen as ours are, and written in its direction", () => {
    undo = customizeMails({ languages: { he: { texts, direction: "rtl" } } });
    expect(chooseLocale("he-IL")).toBe("he");
    expect(acceptedLocale("he-IL, de;q=0.5")).toBe("he");
    const { html } = writer()(changed, { ...ada("en"), locale: "he" });
    expect(html).toContain('lang="he" dir="rtl"');
    expect(html).toContain("שלום Ada,");
    undo();
    expect(chooseLocale("he-IL")).toBe("en");
  });

  test.each([
    ["a text", "pt", { ...texts, hello: undefined }, "pt lacks hello."],
    [
      "a mail's text",
      "pt-BR",
      { ...texts, invitation: { ...texts.invitation, button: undefined } },
      "pt-BR lacks invitation.button.",
    ],
    ["a mail", "pt", { ...texts, "role-changed": undefined }, "pt lacks role-changed.subject"],
    ["a tag that is one", "no language", texts, "no BCP 47 tag"],
    ["its spelling", "pt-br", texts, "no BCP 47 tag as it is spelled"],
    ["a tag of its own", "en", texts, 'change it with "texts"'],
  ])("is refused without %s, and nothing changes", (_what, tag, some, why) => {
    const languages = { [tag]: { texts: some as MailTexts } };
    expect(() => customizeMails({ languages })).toThrow(why);
    expect(chooseLocale("pt")).toBe("en");
  });
});
