import { abacusPages } from "../support/abacus";
import { describeInChromium } from "../support/chromium";
import type { Visitor } from "../support/visitor";
import { visitors } from "../support/visitors";

describeInChromium("the pages of a team", (browser) => {
  const visitor = visitors(browser);
  const pages = abacusPages();

  async function open(address: string, options?: object): Promise<Visitor> {
    const grace = await visitor(options);
    await pages.serve(grace);
    await grace.open(address);
    return grace;
  }

  test.each(["light", "dark"] as const)(
    "have its colour, corners and font, and can be read in %s",
    async (colorScheme) => {
      const grace = await open("/", { colorScheme });
      const button = grace.page.getByRole("button", { name: "Sign in", exact: true });
      expect(await button.evaluate(lookOf)).toEqual({
        background: "rgb(255, 212, 0)",
        corner: "0px",
        font: "Georgia, serif",
      });
      expect(await grace.page.locator("header").textContent()).toContain("Abacus");
      expect(await grace.barriers()).toEqual([]);
    },
  );
});

function lookOf(button: Element): object {
  const { backgroundColor, borderRadius, fontFamily } = getComputedStyle(button);
  return { background: backgroundColor, corner: borderRadius, font: fontFamily };
}
