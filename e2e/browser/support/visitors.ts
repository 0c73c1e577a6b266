import type { Browser, BrowserContextOptions } from "playwright-core";
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
