import { administrators } from "../support/administrators";
import { describeInChromium } from "../support/chromium";
import { visitors } from "../support/visitors";

describeInChromium("an administrator", (browser) => {
  const administrator = administrators(visitors(browser));

  test("sees how the system is, and looks again", async () => {
    const { ada } = await administrator();
    await ada.click("System");
    await ada.sees("System");
    await ada.sees("Checks");
    for (const name of [
      "Firestore",
      "Firebase Auth",
      "Email queue",
      "Firestore indexes",
      "Clock",
    ]) {
      const check = ada.page.locator("main .list li", {
        has: ada.page.getByText(name, { exact: true }),
      });
      await check.getByText("OK", { exact: true }).waitFor();
    }
    await ada.sees("Limits reached at this moment");
    await ada.reads(process.version);
    expect(await ada.barriers()).toEqual([]);
    await ada.click("Look again");
    await ada.reads("This is how it is now.");
    await ada.sees("Versions");
    expect(ada.complaints).toEqual([]);
  });
});
