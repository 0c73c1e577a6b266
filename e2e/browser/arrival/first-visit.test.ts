import { describeInChromium } from "../support/chromium";
import type { Visitor } from "../support/visitor";
import { members, visitors } from "../support/visitors";

describeInChromium("the first visit", (browser) => {
  const visitor = visitors(browser);
  const member = members(visitor);

  const classOf = ({ page }: Visitor, name: string) =>
    page.getByRole("button", { name, exact: true }).getAttribute("class");

  test("leaves no error in the console, and no request is refused", async () => {
    const grace = await visitor();
    const errors: string[] = [];
    const refused: string[] = [];
    grace.page.on("console", (line) => {
      if (line.type() === "error") errors.push(line.text());
    });
    grace.page.on("response", (response) => {
      if (response.status() >= 400) refused.push(response.url());
    });
    const answered = grace.page.waitForResponse("**/api/auth/refresh");
    await grace.open("/");
    expect((await answered).status()).toBe(204);
    await grace.page.waitForLoadState("networkidle");
    expect([errors, refused]).toEqual([[], []]);
  });

  test("offers the way out of a forgotten password right below the password", async () => {
    const grace = await visitor();
    await grace.open("/");
    const heightOf = async (name: string) =>
      (await grace.page.getByText(name, { exact: true }).boundingBox())!.y;
    const forgot = await heightOf("Forgot your password?");
    expect(forgot).toBeGreaterThan(await heightOf("Password"));
    expect(forgot).toBeLessThan(await heightOf("Continue with Google"));
  });

  test("ends on an account where signing out is not what stands out, and no role is named", async () => {
    const { grace } = await member();
    await grace.reads("Profile");
    expect(await classOf(grace, "Sign out")).toBe("secondary");
    expect(await grace.page.getByText(/\brole\b/i).count()).toBe(0);
  });
});
