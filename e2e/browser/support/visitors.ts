import type { Browser, BrowserContextOptions } from "playwright-core";
import { newUser, password } from "./accounts";
import { Visitor } from "./visitor";

/** Opens visitors for a file's tests. After each test they leave, and none may have seen an error. */
export function visitors(
  browser: () => Browser,
): (options?: BrowserContextOptions) => Promise<Visitor> {
  const present: Visitor[] = [];
  afterEach(async () => {
    const leaving = present.splice(0);
    await Promise.all(leaving.map((visitor) => visitor.leave()));
    expect(leaving.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  return async (options) => {
    const visitor = await Visitor.in(browser(), options);
    present.push(visitor);
    return visitor;
  };
}

/** Visitors who are signed in, by default each to an account of their own, and see the account page. */
export function members(
  visitor: (options?: BrowserContextOptions) => Promise<Visitor>,
): (
  options?: BrowserContextOptions & { email?: string },
) => Promise<{ grace: Visitor; email: string }> {
  return async ({ email: given, ...options } = {}) => {
    const [grace, email] = [await visitor(options), given ?? (await newUser())];
    await grace.open("/");
    await grace.signIn(email, password);
    await grace.sees("Your account");
    return { grace, email };
  };
}
