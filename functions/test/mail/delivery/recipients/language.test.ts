import { messages } from "../../../../src/mail/messages/locales";
import { correspondence } from "../../../../testing/mail/correspondence";
import { startPostOffice } from "../../../../testing/mail/post-office";
import { running } from "../../../../testing/running";

const office = running(startPostOffice);
beforeEach(() => office.clear());
const { mailed, newUser } = correspondence(office);

const app = "Test app";

describe("the language", () => {
  test.each<
    [
      string,
      { stored?: string; locale: string | null; acceptLanguage?: string },
      "en" | "fr" | "de" | "es",
    ]
  >([
    ["the stored one", { stored: "fr", locale: "de", acceptLanguage: "es" }, "fr"],
    ["the request's", { locale: "de", acceptLanguage: "es" }, "de"],
    ["the browser's", { locale: null, acceptLanguage: "pt-BR, es;q=0.5" }, "es"],
    ["English", { locale: null }, "en"],
  ])("is %s", async (_, { stored, ...wishes }, locale) => {
    const { email: address } = await newUser(stored ? { locale: stored } : {});
    const { subject } = await mailed({ kind: "password-reset", address, ...wishes });
    expect(subject).toBe(messages[locale]["password-reset"].subject({ app, role: "" }));
  });

  test("of a callable's header reaches the mail", async () => {
    const { email } = await newUser();
    await office.ports.outbox.add({
      ...{ kind: "password-reset", address: email, locale: null },
      acceptLanguage: "ar",
    });
    await office.round();
    expect(office.provider.to(email)[0]!.html).toContain('dir="rtl"');
  });
});
