import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adminCommand } from "../../admin-command";
import { administrators } from "../support/administrators";
import { describeInChromium } from "../support/chromium";
import type { Visitor } from "../support/visitor";
import { visitors } from "../support/visitors";

const family = `Family-${randomUUID().slice(0, 8)}`;
const phone = `+1650${Math.floor(2_000_000 + Math.random() * 7_999_999)}`;
const nameOf = (n: number) => `N${String(n).padStart(2, "0")}`;
/** Two more than a page of the list holds. The first one by name is the oldest one. */
const users = Array.from({ length: 27 }, (_, n) => ({
  localId: randomUUID(),
  email: `${randomUUID()}@example.com`,
  displayName: `${nameOf(n)} ${family}`,
  createdAt: String(Date.UTC(2020, 0, 1 + n)),
  disabled: n < 3,
  ...(n < 2 && { customAttributes: '{"role":"Admin"}' }),
}));
const nobody = { localId: randomUUID(), phoneNumber: phone };

describeInChromium("the list of users", (browser) => {
  const administrator = administrators(visitors(browser));
  const folder = mkdtempSync(join(tmpdir(), "list-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeAll(async () => {
    const file = join(folder, "users.json");
    writeFileSync(file, JSON.stringify({ users: [...users, nobody] }));
    await adminCommand(["import", file]);
  });

  const rows = ({ page }: Visitor) => page.locator("main .people li");
  /** Waits until so many are shown, of whom this one is the first. */
  async function shows(ada: Visitor, count: number, first: string): Promise<void> {
    await rows(ada)
      .first()
      .filter({ hasText: `${first} ${family}` })
      .waitFor();
    await rows(ada)
      .nth(count - 1)
      .waitFor();
    await rows(ada).nth(count).waitFor({ state: "detached" });
    expect(await rows(ada).filter({ hasText: family }).count()).toBe(count);
  }

  test("comes in pages, newest first or by name", async () => {
    const { ada } = await administrator();
    await ada.fill({ "Search by name or email address": family.toUpperCase() });
    await shows(ada, 25, "N26");
    await ada.click("Show more");
    await shows(ada, 27, "N26");
    expect(await ada.page.getByRole("button", { name: "Show more" }).count()).toBe(0);
    await ada.page.getByLabel("Order").selectOption("By name");
    await shows(ada, 25, "N00");
    await ada.page.getByLabel("State").selectOption("Disabled");
    await shows(ada, 3, "N00");
    await ada.page.getByLabel("Order").selectOption("Newest first");
    await shows(ada, 3, "N02");
  });

  test("is of a role or a state, and stays so while one looks at somebody", async () => {
    const { ada } = await administrator();
    await ada.fill({ "Search by name or email address": family });
    await ada.page.getByLabel("Role", { exact: true }).selectOption("Admin");
    await shows(ada, 2, "N01");
    await ada.page.getByLabel("State").selectOption("Active");
    await ada.reads("Nobody matches this.");
    await ada.page.getByLabel("Role", { exact: true }).selectOption("User");
    await shows(ada, 24, "N26");
    await rows(ada).first().getByRole("link").click();
    await ada.page
      .locator("main .head", { hasText: `N26 ${family}` })
      .last()
      .waitFor();
    await ada.click("All users");
    await shows(ada, 24, "N26");
  });

  test("somebody with a phone number and neither name nor address is called by their id", async () => {
    const { ada } = await administrator();
    const { localId } = nobody;
    await ada.page.evaluate((part) => (location.hash = part), `user=${localId}`);
    await ada.page.locator("main .head", { hasText: "No name" }).getByText(localId).waitFor();
    await ada.reads("This account has no email address.");
    expect(await ada.barriers()).toEqual([]);
    await ada.click("Delete account");
    await ada.fill({ [`To confirm, type ${localId}`]: localId });
    await ada.click("Permanently delete this account");
    await ada.sees("Administration");
  });
});
