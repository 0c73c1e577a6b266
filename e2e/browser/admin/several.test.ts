import { atFirebase } from "../support/accounts";
import { administrators } from "../support/administrators";
import { asAdmin, newPerson } from "../support/admins";
import { describeInChromium } from "../support/chromium";
import type { Visitor } from "../support/visitor";
import { visitors } from "../support/visitors";

interface Person {
  id: string;
  email: string;
}

describeInChromium("several users at once", (browser) => {
  const administrator = administrators(visitors(browser));

  /** Three people whom one search finds, ticked; and an administrator. */
  async function ticked(): Promise<{ ada: Visitor; people: Person[] }> {
    const { ada } = await administrator();
    const people = [await newPerson(), await newPerson(), await newPerson()];
    const lastName = `Team-${people[0]?.id.slice(0, 8)}`;
    for (const { id } of people) await asAdmin("PATCH", `/users/${id}`, { lastName });
    await ada.fill({ "Search by name or email address": lastName });
    for (const { email } of people) await rowOf(ada, email).waitFor();
    await ada.page.locator("main .people li").nth(3).waitFor({ state: "detached" });
    await ada.page.getByLabel("Select all shown").check();
    await ada.reads("3 selected");
    return { ada, people };
  }

  const rowOf = ({ page }: Visitor, email: string) =>
    page.locator("main .people li", { hasText: email });
  const of = ({ id }: Person) => asAdmin("GET", `/users?userId=${id}&details=true`);
  const resultOf = ({ page }: Visitor, { email }: Person, said: string) =>
    page.locator("main .results li", { hasText: email }).getByText(said).waitFor();

  test("get another role, each with a word of what became of it", async () => {
    const { ada, people } = await ticked();
    await ada.page.getByLabel("New role").selectOption("Admin");
    await ada.click("Apply to all selected");
    await ada.reads("All done: 3");
    for (const person of people) {
      await resultOf(ada, person, "Done");
      await rowOf(ada, person.email).getByText("Admin", { exact: true }).waitFor();
      expect(await of(person)).toMatchObject({ role: "Admin" });
    }
  });

  test("are disabled with a reason; for whom it fails it is tried again, and for nobody else", async () => {
    const { ada, people } = await ticked();
    const [gone, ...others] = people as [Person, ...Person[]];
    await atFirebase("accounts:delete", { localId: gone.id });
    await ada.page.getByLabel("Action").selectOption("Disable");
    await ada.fill({ Reason: "<b>Left</b>" });
    await ada.click("Apply to all selected");
    await ada.reads("Not done: 1. You can try again for these alone.");
    await ada.reads("1 selected");
    for (const person of others) {
      await resultOf(ada, person, "Done");
      expect(await of(person)).toMatchObject({
        disabled: true,
        details: { disabling: { reason: "<b>Left</b>" } },
      });
    }
    expect(await rowOf(ada, gone.email).getByRole("checkbox").isChecked()).toBe(true);
    await ada.click("Apply to all selected");
    await ada.page.locator("main .results li").nth(1).waitFor({ state: "detached" });
    await ada.page.locator("main .results .failed", { hasText: gone.email }).waitFor();
  });

  test("are all done but the last administrator, of whom it says why", async () => {
    const { ada, people } = await ticked();
    const [last, ...others] = people as [Person, ...Person[]];
    // The tests' stack has other administrators, so the refusal is given here as functions/test/operations/users sees it.
    const error = { status: "PERMISSION_DENIED", message: "", details: { code: "not-allowed" } };
    await ada.page.route(`**/api/users/${last.id}`, (route) =>
      route.fulfill({ status: 403, json: { error } }),
    );
    await ada.page.getByLabel("Action").selectOption("Disable");
    await ada.fill({ Reason: "Left" });
    await ada.click("Apply to all selected");
    await ada.reads("Not done: 1. You can try again for these alone.");
    await resultOf(ada, last, "There must always be an administrator.");
    for (const person of others) {
      await resultOf(ada, person, "Done");
      expect(await of(person)).toMatchObject({ disabled: true });
    }
    expect(await of(last)).toMatchObject({ disabled: false });
    expect(await rowOf(ada, last.email).getByRole("checkbox").isChecked()).toBe(true);
    await ada.reads("1 selected");
  });

  test("are signed out, after a fresh sign-in", async () => {
    const { ada, people } = await ticked();
    await rowOf(ada, people[2]!.email).getByRole("checkbox").uncheck();
    await ada.reads("2 selected");
    await ada.page.getByLabel("Action").selectOption("Sign out everywhere");
    await ada.page.clock.setFixedTime(Date.now() + 10 * 60_000);
    await ada.click("Apply to all selected");
    await ada.sees("Confirm that it's you");
    await ada.fill({ "Current password": "correct horse battery" });
    await ada.click("Continue");
    await ada.reads("All done: 2");
    const sessions = people.map(({ id }) => asAdmin("GET", `/users/${id}/sessions`));
    expect((await Promise.all(sessions)).map((all) => (all as object[]).length)).toEqual([0, 0, 1]);
  });
});
