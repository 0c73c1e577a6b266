import type { BrowserContextOptions } from "playwright-core";
import { newAdmin } from "./admins";
import { password } from "./accounts";
import type { Visitor } from "./visitor";

/** Visitors who are signed in as an Admin of their own, and see the administration. */
export function administrators(
  visitor: (options?: BrowserContextOptions) => Promise<Visitor>,
): (options?: BrowserContextOptions) => Promise<{ ada: Visitor; id: string; email: string }> {
  return async (options) => {
    const [ada, { id, email }] = [await visitor(options), await newAdmin()];
    await ada.open("/admin");
    await ada.signIn(email, password);
    await ada.sees("Administration");
    return { ada, id, email };
  };
}
