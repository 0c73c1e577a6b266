import { firestoreMailQueue } from "../../src/mail/outbox/firestore-mail-queue";
import type { UserDTO } from "../../src/operation/replies";
import type { PostOffice } from "./post-office";
import { databaseOf } from "../../src/database";

/** Whoever is invited in these tests is called so. */
export const invitee = { firstName: "Grace", lastName: "Hopper", role: "User" };

/** Sends what waits, however many mails one address was sent. */
export async function deliver(office: PostOffice): Promise<void> {
  const limits = { perMinute: 0, perHour: 0 };
  await office.round(
    office.worker({ queue: firestoreMailQueue(databaseOf(office.firestore), { limits }) }),
  );
}

/** Invites somebody, and takes the code out of the mail. */
export async function invited(
  office: PostOffice,
  role = invitee.role,
): Promise<{ user: UserDTO; code: string }> {
  const user = await office.service.createUser({ email: office.newEmail(), ...invitee, role });
  await deliver(office);
  return { user, code: newestCode(office, user.email!) };
}

/** The code in the newest mail to an address. */
export function newestCode(office: PostOffice, email: string): string {
  const [link = ""] = /https:\S+/.exec(office.provider.to(email).at(-1)?.text ?? "") ?? [];
  return new URL(link).searchParams.get("oobCode")!;
}
