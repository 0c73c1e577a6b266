import { asAdmin } from "./admins";
import { inFirestore, stored } from "./firestore";
import { newFailedMail } from "./outbox";

/** Markup without a space, so that it may stand in an address. */
export const hostile = "<img/src=x/onerror=alert(1)>";

/**
 * Disables somebody for a reason that is markup, and stores what no client can bring about, since a device is named by
 * the server: an entry of the trail of the kind `disable` and a mail that have it in each of their texts.
 */
export async function leaveHostileTraces(userId: string): Promise<void> {
  await asAdmin("PATCH", `/users/${userId}`, { disabled: true, reason: hostile });
  const texts = { device: hostile, place: hostile, reason: hostile, code: hostile, by: hostile };
  const entry = { action: "disable", outcome: "refused", userId, requestId: "", ...texts };
  await stored("activity", "at", entry);
  await newFailedMail({ address: `${hostile}@example.com` }, hostile);
}

/** Gives each session of a user a device whose name is markup. */
export function renameDevices(userId: string): Promise<void> {
  return inFirestore(async (firestore) => {
    const { docs } = await firestore.collection(`users/${userId}/sessions`).get();
    await Promise.all(docs.map(({ ref }) => ref.update({ device: hostile, place: hostile })));
  });
}
