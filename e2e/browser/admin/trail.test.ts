import { readFileSync } from "node:fs";
import { administrators } from "../support/administrators";
import { asAdmin, newPerson } from "../support/admins";
import { describeInChromium } from "../support/chromium";
import { visitors } from "../support/visitors";

describeInChromium("an administrator", (browser) => {
  const administrator = administrators(visitors(browser));

  test("saves what was done, of one kind, as CSV", async () => {
    const { ada, id } = await administrator();
    await ada.click("Activity");
    await ada.page.getByLabel("Kind").selectOption("register");
    await ada.page.locator("main .list li").first().waitFor();
    const downloading = ada.page.waitForEvent("download");
    await ada.click("Save as CSV");
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("activity.csv");
    const [header, ...lines] = readFileSync(await download.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(header).toBe("at,action,outcome,code,userId,by,device,place,count,reason");
    expect(lines.filter((line) => !line.includes(",register,"))).toEqual([]);
    expect(lines.filter((line) => line.includes(`,${id},`))).toHaveLength(1);
  });

  test("sees what is done meanwhile, without asking again", async () => {
    const { ada } = await administrator();
    await ada.click("Activity");
    await ada.page.getByLabel("Kind").selectOption("register");
    await ada.page.locator("main .list li").first().waitFor();
    const { id } = await newPerson();
    const entry = ada.page.locator("main .list li", { hasText: id });
    await entry.filter({ hasText: "Account created" }).waitFor();
    await ada.page
      .getByRole("status")
      .filter({ hasText: /^New entries: / })
      .waitFor();
    await ada.page.getByLabel("Kind").selectOption("updateUser");
    await asAdmin("PATCH", `/users/${id}`, { lastName: "Lovelace" });
    await entry.filter({ hasText: "Account change" }).waitFor();
    // Each is there once.
    expect(await entry.count()).toBe(1);
    expect(await ada.barriers()).toEqual([]);
  });

  test("is told where a file does not hold all of the trail, and saves the rest in a further one", async () => {
    const { ada } = await administrator();
    const all = 10_050;
    await ada.page.route("**/api/activity?*", (route) => {
      const query = new URL(route.request().url()).searchParams;
      const from = Number(query.get("pageToken") ?? "0");
      const end = Math.min(from + Number(query.get("limit")), all);
      const json = Array.from({ length: end - from }, (_, n) => ({
        ...{ id: `${from + n}`, at: new Date(0).toISOString(), action: "register", outcome: "ok" },
        ...{ device: "", place: "", by: null, userId: `user-${from + n}` },
      }));
      const headers = end < all ? { link: `<?pageToken=${end}>; rel="next"` } : {};
      return route.fulfill({ json, headers });
    });
    await ada.click("Activity");
    const saved = async (button: string) => {
      const downloading = ada.page.waitForEvent("download");
      await ada.click(button);
      const download = await downloading;
      const text = readFileSync(await download.path(), "utf8");
      return { name: download.suggestedFilename(), lines: text.trim().split("\r\n").slice(1) };
    };
    const first = await saved("Save as CSV");
    await ada.reads("Saved: 10,000 entries. There are older ones, for a further file.");
    const second = await saved("Save the next 10,000 as CSV");
    await ada.reads("Saved to the end: 10,050 entries.");
    expect([first.name, second.name]).toEqual(["activity.csv", "activity-2.csv"]);
    expect([first.lines.length, second.lines.length]).toEqual([10_000, 50]);
    expect(second.lines[0]).toContain("user-10000");
  });
});
