import type { Locator } from "playwright-core";
import { eventually } from "../../../local/demo/patience";
import type { Visitor } from "./visitor";

/**
 * Waits until a row is in a list, and asks for further pages until it is. Tests share the stack, so what others did
 * meanwhile may have pushed the row off the first page.
 */
export async function listed({ page }: Visitor, row: Locator): Promise<void> {
  const more = page.getByRole("button", { name: "Show more", exact: true });
  const looks = async () => {
    if ((await row.count()) > 0) return true;
    // It may be gone this very moment: the list is drawn anew, or has come to its end.
    if ((await more.count()) > 0) await more.click({ timeout: 5_000 }).catch(() => undefined);
    return false;
  };
  expect(await eventually(looks, Boolean, 60_000)).toBe(true);
}
