import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adminCommand } from "../../admin-command";
import { password } from "../support/accounts";
import { administrators } from "../support/administrators";
import { asAdmin } from "../support/admins";
import { describeInChromium } from "../support/chromium";
import { newFailedMail } from "../support/outbox";
import type { Visitor } from "../support/visitor";
import { visitors } from "../support/visitors";

/** As many as an import makes here; `WALK_USERS=100000` is the walk at full length. */
const count = Number(process.env.WALK_USERS ?? 100);

const hostile = "<img/src=x/onerror=alert(1)>";
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
    const { localId, email } = users[count - 1]!;
    await asAdmin("PATCH", `/users/${localId}`, { disabled: true, reason: hostile });
    await newFailedMail({ address: `${hostile}@example.com` }, hostile);

    const { ada } = await administrator();
    const dialogs: string[] = [];
    ada.page.on("dialog", (dialog) => dialogs.push(dialog.message()));
    await slow(ada);
    const found = ada.page.locator("main li, main tr").filter({ hasText: email });
    await ada.page.getByLabel("Search by name or email address").fill(email);
    await found.getByText(`Walker${walk} ${hostile}`).first().waitFor();
    await found.getByRole("link").first().click();
    await ada.page.locator("main .head", { hasText: hostile }).last().waitFor();
    for (const [tab, seen] of [
      ["Invitations", "Invite someone"],
      ["Mail", `reason: ${hostile}`],
      ["Activity", `about ${localId}`],
      ["System", "Limits reached at this moment"],
    ] as const) {
      await ada.click(tab);
      await ada.sees(tab);
      await ada.reads(seen);
      expect(await ada.page.locator("main img").count()).toBe(0);
    }
    expect([...dialogs, ...ada.complaints]).toEqual([]);
  });
});
