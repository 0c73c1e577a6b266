import { correspondence } from "../../../../testing/mail/correspondence";
import { startPostOffice } from "../../../../testing/mail/post-office";
import { running } from "../../../../testing/running";

const office = running(startPostOffice);
beforeEach(() => office.clear());
const { mailed, newUser } = correspondence(office);

describe("the name", () => {
  test("of a user with a verified address is in the greeting, escaped", async () => {
    const { email: address } = await newUser({ firstName: `<b>"Ada"` });
    await mailed({ kind: "password-reset", address, locale: null });
    const [mail] = office.provider.to(address);
    expect(mail?.text).toContain(`Hello <b>"Ada",`);
    expect(mail?.html).toContain("Hello &lt;b&gt;&quot;Ada&quot;,");
  });

  test("that a stranger may have chosen is not", async () => {
    const { email: address } = await newUser({ verified: false, firstName: "Win at evil.example" });
    const { text } = await mailed({ kind: "password-reset", address, locale: null });
    expect(text).not.toContain("evil.example");
  });
});
