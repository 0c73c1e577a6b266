import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adminCommand } from "../../admin-command";
import { password } from "../support/accounts";
import { administrators } from "../support/administrators";
import { signedIn } from "../support/admins";
import { describeInChromium } from "../support/chromium";
import { hostile, leaveHostileTraces, renameDevices } from "../support/hostile";
import { listed } from "../support/listed";
import type { Locator } from "playwright-core";
import type { Visitor } from "../support/visitor";
import { visitors } from "../support/visitors";

/** As many as an import makes here; `WALK_USERS=100000` is the walk at full length. */
const count = Number(process.env.WALK_USERS ?? 100);

const walk = randomUUID().slice(0, 8);

/** Users with hostile names, made long ago, so that no other test finds them among the newest. */
const users = Array.from({ length: count }, (_, n) => ({
  ...{ localId: `${walk}-${n}`, email: `walk-${walk}-${n}@example.com`, emailVerified: true },
  ...{ displayName: `Walker${walk} ${hostile}`, createdAt: String(n) },
  ...{ salt: "salt", passwordHash: `fakeHash:salt=salt:password=${password}` },
}));

/** A line as a phone has it far from anywhere: 400 ms to the server, 50 KB a second. */
async function slow({ context, page }: Visitor): Promise<void> {
  const devtools = await context.newCDPSession(page);
  const [downloadThroughput, uploadThroughput] = [50_000, 50_000];
  const line = { offline: false, latency: 400, downloadThroughput, uploadThroughput };
  await devtools.send("Network.emulateNetworkConditions", line);
}

describeInChromium("the whole administration on a slow line", (browser) => {
  const administrator = administrators(visitors(browser));
  const folder = mkdtempSync(join(tmpdir(), "walk-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("shows imported users, and nothing that anybody chose becomes HTML on any tab", async () => {
    const file = join(folder, "users.json");
    writeFileSync(file, JSON.stringify({ users }));
    expect((await adminCommand(["import", file])).join("\n")).toContain(`${count} imported`);
    const [first, last] = [users[0]!, users[count - 1]!];
    await signedIn(first.email);
    await renameDevices(first.localId);
    await leaveHostileTraces(last.localId);

    const { ada } = await administrator();
    const dialogs: string[] = [];
    ada.page.on("dialog", (dialog) => dialogs.push(dialog.message()));
    await slow(ada);
    const rows = ada.page.locator("main li, main tr");
    const isText = async (row: Locator) => {
      await listed(ada, row.filter({ hasText: hostile }));
      expect(await ada.page.locator("main img").count()).toBe(0);
    };
    await ada.page.getByLabel("Search by name or email address").fill(last.email);
    await isText(rows.filter({ hasText: last.email }));
    await rows.filter({ hasText: last.email }).getByRole("link").first().click();
    await ada.page.locator("main .head", { hasText: hostile }).last().waitFor();
    await isText(rows.filter({ hasText: "Account disabled" }));
    await ada.page.evaluate((part) => (location.hash = part), `user=${first.localId}`);
    await isText(rows.filter({ has: ada.page.getByRole("button", { name: /^Sign out / }) }));
    await ada.click("Invitations");
    await ada.sees("Invite someone");
    await ada.click("Mail");
    await isText(rows.filter({ hasText: `${hostile}@example.com` }));
    await ada.click("Activity");
    // Of a kind that is rare, so that it is not far down in a trail that all tests write.
    await ada.page.getByLabel("Kind").selectOption("disable");
    await isText(rows.filter({ hasText: last.localId }));
    await ada.click("System");
    await ada.reads("Limits reached at this moment");
    expect(await ada.page.locator("main img").count()).toBe(0);
    expect([...dialogs, ...ada.complaints]).toEqual([]);
  });
});
