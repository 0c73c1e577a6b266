import { readFileSync } from "node:fs";
import { linkKinds, noticeKinds } from "../../../functions/src/mail/kinds";
import { locales } from "../../../functions/src/mail/messages/languages";
import { main } from "../../commands/mail";

const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
  jest.restoreAllMocks();
});

test("npm run mail -- preview writes every mail in every language to one page", async () => {
  const log = jest.spyOn(console, "log").mockImplementation();
  await main(["preview"]);
  const page = readFileSync(String(log.mock.lastCall?.[0]), "utf8");
  const mails = [...linkKinds, ...noticeKinds].flatMap((kind) =>
    locales.map((locale) => `title="${kind}, ${locale}"`),
  );
  for (const mail of mails) expect(page).toContain(mail);
  expect(page.match(/<iframe/g)).toHaveLength(mails.length);
  expect(page).toContain("http://127.0.0.1:5000/auth/action?mode=resetPassword");
});

test.each([
  [["send"], 'There is no "send".'],
  [["list", "--nonsense"], "nonsense"],
  [["list", "--port-offset", "40000"], "No local stack is running"],
])("npm run mail -- %j is refused", async (args, why) => {
  await expect(main(args)).rejects.toThrow(why);
});
