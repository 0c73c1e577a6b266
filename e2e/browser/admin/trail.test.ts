import { readFileSync } from "node:fs";
import { administrators } from "../support/administrators";
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
    expect(header).toBe("at,action,outcome,code,userId,by,device,place");
    expect(lines.filter((line) => !line.includes(",register,"))).toEqual([]);
    expect(lines.filter((line) => line.includes(`,${id},`))).toHaveLength(1);
  });
});
