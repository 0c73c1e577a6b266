import { eventually } from "../../../local/demo/patience";
import { stack } from "../../stack";
import { atFirebase } from "../support/accounts";
import { administrators } from "../support/administrators";
import { asAdmin, newPerson } from "../support/admins";
import { describeInChromium } from "../support/chromium";
import { visitors } from "../support/visitors";

const data = `http://${stack().addresses.data}`;

describeInChromium("the local stack's data", (browser) => {
  const visitor = visitors(browser);
  const administrator = administrators(visitor);

  test("is a tab of the administration: documents are read, changed and deleted", async () => {
    const [{ ada }, { id, email }] = [await administrator(), await newPerson()];
    await ada.click("Data");
    await ada.sees("Data");
    await ada.click("users");
    await ada.sees("users");
    await ada.page.goto(`${data}/#path=users/${id}`);
    const fields = ada.page.getByLabel("Fields");
    const shows = (part: string) =>
      eventually(
        () => fields.inputValue(),
        (text) => text.includes(part),
        60_000,
      );
    expect(await shows(email)).toContain(email);
    const written = (await fields.inputValue()).replace("Grace", "<img src=x onerror=alert(1)>");
    await fields.fill(written);
    await asAdmin("PATCH", `/users/${id}`, { lastName: "Meanwhile" });
    await ada.click("Save");
    await ada.reads("Somebody else has changed it meanwhile. Load it again.");
    await ada.page.reload();
    expect(await shows("Meanwhile")).toContain("Meanwhile");
    await fields.fill((await fields.inputValue()).replace("Grace", "<img src=x>"));
    await ada.click("Save");
    await ada.reads("Saved.");
    expect(await asAdmin("GET", `/users?userId=${id}`)).toMatchObject({ firstName: "<img src=x>" });
    expect(await ada.page.locator("main img").count()).toBe(0);
    await fields.fill("{");
    await ada.click("Save");
    await ada.page.locator("[role=alert]", { hasText: /JSON/ }).first().waitFor();
    expect(await ada.barriers()).toEqual([]);
    await ada.click("Delete this document");
    await ada.reads("This document is not there.");
  });

  test("shows accounts beside documents and live state, and marks what differs", async () => {
    const { id, email } = await newPerson();
    await atFirebase("accounts:update", { localId: id, customAttributes: '{"role":"Admin"}' });
    const ada = await visitor();
    await ada.open(`${data}/#accounts`);
    const row = ada.page.locator("main .list > li", { hasText: id });
    while ((await row.count()) === 0) {
      const count = await ada.page.locator("main .list > li").count();
      if (count > 0) await ada.click("More accounts");
      await ada.page.locator("main .list > li").nth(count).waitFor();
    }
    await row.getByText("role differs").waitFor();
    expect(await row.locator("mark").allTextContents()).toEqual(
      expect.arrayContaining(["Admin", "User"]),
    );
    expect(await ada.barriers()).toEqual([]);
    await ada.page.goto(`${data}/#mails`);
    const mail = ada.page.locator("main .list li", { hasText: email });
    const looks = async () => {
      await ada.page.reload();
      await ada.page.locator("[aria-busy]").first().waitFor({ state: "detached" });
      return mail.count();
    };
    expect(await eventually(looks, (count) => count > 0, 60_000)).toBeGreaterThan(0);
  });
});
