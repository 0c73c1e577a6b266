import { stack } from "../stack";
import { newUser, password } from "./support/accounts";
import { describeInChromium } from "./support/chromium";
import type { Visitor } from "./support/visitor";
import { visitors } from "./support/visitors";

describeInChromium("the API's own page", (browser) => {
  const { hosting, functions } = stack().addresses;
  const visitor = visitors(browser);
  const token = ({ page }: Visitor) => page.getByLabel("Access token, sent as bearer token");
  const route = ({ page }: Visitor, name: string) =>
    page.locator("details", { has: page.locator(`> summary:has-text("${name}")`) }).last();

  test.each([
    ["through Hosting", `http://${hosting}/api/docs`],
    ["without Hosting", `http://${functions}/${stack().projectId}/us-central1/api/docs`],
  ])("uses the token of the browser's own session, %s", async (_, address) => {
    const email = await newUser();
    const grace = await visitor();
    await grace.open("/");
    await grace.signIn(email, password);
    await grace.sees("Your account");
    await grace.open(address);
    await grace.reads("The token of this browser's session is used.");
    expect(await token(grace).inputValue()).toMatch(/^ey/);
    const authorize = route(grace, "/auth/authorize");
    await authorize.locator("> summary").click();
    await authorize.getByLabel("Body", { exact: true }).fill(JSON.stringify({ email }));
    await authorize.getByRole("button", { name: "Try it" }).click();
    await authorize.getByRole("region", { name: "Reply" }).getByText('"authorized"').waitFor();
    expect(await grace.barriers()).toEqual([]);
  });

  test("takes the token out of a reply that brings one", async () => {
    const grace = await visitor();
    await grace.open("/api/docs");
    await grace.reads("There is no session in this browser");
    const login = route(grace, "/auth/login");
    await login.locator("> summary").click();
    const body = JSON.stringify({ email: "user@example.com", password: "password123" });
    await login.getByLabel("Body", { exact: true }).fill(body);
    await login.getByRole("button", { name: "Try it" }).click();
    await grace.reads("The token of the last reply is used.");
    expect(await token(grace).inputValue()).toMatch(/^ey/);
  });

  test("asks before it deletes", async () => {
    const grace = await visitor();
    const sent: string[] = [];
    grace.page.on("request", (request) => sent.push(request.method()));
    const asked: string[] = [];
    grace.page.on("dialog", (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await grace.open("/api/docs");
    const removal = grace.page.locator("details", { hasText: "DELETE" }).first();
    await removal.locator("> summary").click();
    await removal.getByRole("button", { name: "Try it" }).click();
    expect([asked.length, sent.includes("DELETE")]).toEqual([1, false]);
  });

  test("shows code as code, and samples, and can be used by everybody", async () => {
    const grace = await visitor({ viewport: { width: 320, height: 640 }, colorScheme: "dark" });
    await grace.open("/api/docs");
    expect(await grace.page.locator("main").innerText()).not.toContain("`");
    await grace.page.locator("details").evaluateAll((all) => {
      for (const each of all.slice(0, 20)) (each as HTMLDetailsElement).open = true;
    });
    const samples = await grace.page
      .getByRole("region", { name: "Typed client" })
      .allTextContents();
    expect(samples[0]).toContain("api.auth.register.$post({ json: {");
    expect(await grace.barriers()).toEqual([]);
    expect(await grace.page.evaluate("document.documentElement.scrollWidth")).toBe(320);
  });
});
