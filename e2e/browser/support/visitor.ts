import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { stack } from "../../stack";

/** Milliseconds for a page to show something; the functions' first requests take long on a busy machine. */
const patience = 60_000;

/** A person with a browser of their own, and what the browser noticed. */
export class Visitor {
  /** What broke the content-security policy, or the page's script. */
  readonly complaints: string[] = [];
  readonly #referrers: Promise<string | null>[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.setDefaultTimeout(patience);
    page.on("pageerror", ({ message }) => this.complaints.push(message));
    page.on("console", (message) => {
      if (/content.security.policy/i.test(message.text())) this.complaints.push(message.text());
    });
    page.on("request", (request) => {
      this.#referrers.push(request.headerValue("referer").catch(() => null));
    });
  }

  static async in(browser: Browser, options?: BrowserContextOptions): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: `http://${stack().addresses.hosting}`,
      locale: "en-US",
      ...options,
    });
    return new Visitor(context, await context.newPage());
  }

  /** Opens another tab of the same browser. */
  async anotherTab(): Promise<Visitor> {
    return new Visitor(this.context, await this.context.newPage());
  }

  /** Every referrer that the browser has told anybody. */
  async referrers(): Promise<string[]> {
    const told = await Promise.all(this.#referrers);
    return told.map((referrer) => referrer ?? "").filter((referrer) => referrer !== "");
  }

  /** Opens a page, and waits until it shows what it is. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.locator("h1").waitFor();
  }

  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(fields)) {
      await this.page.getByLabel(label, { exact: true }).fill(value);
    }
  }

  async click(name: string): Promise<void> {
    await this.page
      .getByRole("button", { name, exact: true })
      .or(this.page.getByRole("link", { name, exact: true }))
      .click();
  }

  /** Waits for a view with this heading. */
  async sees(heading: string): Promise<void> {
    await this.page.getByRole("heading", { name: heading, exact: true }).waitFor();
  }

  async reads(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** Signs in where the form to do so is, in any language. */
  async signIn(email: string, password: string): Promise<void> {
    await this.page.locator("[name=email]").fill(email);
    await this.page.locator("[name=current-password]").fill(password);
    await this.page.locator("[name=current-password]").press("Enter");
  }

  /** Waits until something has the focus, by its id. */
  async focuses(id: string): Promise<void> {
    await this.page.locator(`#${id}:focus`).waitFor();
  }

  /** What axe finds serious or worse in what is shown. */
  async barriers(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
