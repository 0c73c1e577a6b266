import { describeInChromium } from "./support/chromium";
import { visitors } from "./support/visitors";

describeInChromium("a password field", (browser) => {
  const visitor = visitors(browser);

  test.each([
    ["/", "current-password"],
    ["/#register", "new-password"],
  ])(
    "at %s hides what is typed until one asks, takes what is pasted, and is known as %s",
    async (address, autocomplete) => {
      const grace = await visitor();
      await grace.open(address);
      const field = grace.page.getByLabel("Password", { exact: true });
      expect(await field.getAttribute("type")).toBe("password");
      expect(await field.getAttribute("autocomplete")).toBe(autocomplete);
      await field.focus();
      await grace.page.keyboard.insertText("pasted horse battery");
      expect(await field.inputValue()).toBe("pasted horse battery");
      await grace.click("Show");
      expect(await field.getAttribute("type")).toBe("text");
      await grace.click("Hide");
      expect(await field.getAttribute("type")).toBe("password");
    },
  );
});
