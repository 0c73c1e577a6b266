import { readFileSync } from "node:fs";
import { join } from "node:path";
import { password } from "../testing/backend";
import { invited } from "../testing/mail/invitations";
import { startPostOffice } from "../testing/mail/post-office";
import { running } from "../testing/running";

const office = running(startPostOffice);

interface Policies {
  fieldOverrides: { collectionGroup: string; fieldPath: string; ttl?: boolean }[];
}

test("whatever says when it expires has a policy by which Firestore removes it, and nothing else has one", async () => {
  const { email } = await office.newUser();
  await office.service.resetPassword({ email: email! });
  await invited(office);
  const wrong = office.service.generateToken({ email: email!, password: `not ${password}` });
  await expect(wrong).rejects.toMatchObject({ code: "invalid-credentials" });

  const { firestore } = office;
  const collections = [
    ...(await firestore.listCollections()),
    firestore.collectionGroup("sessions"),
  ];
  const found = await Promise.all(collections.map((collection) => collection.get()));
  const expiring = found
    .flatMap(({ docs }) => docs)
    .filter((document) => document.get("expireAt") !== undefined)
    .map(({ ref }) => ref.parent.id);

  const file = join(__dirname, "../../firestore.indexes.json");
  const { fieldOverrides } = JSON.parse(readFileSync(file, "utf8")) as Policies;
  const policies = fieldOverrides
    .filter(({ ttl, fieldPath }) => ttl && fieldPath === "expireAt")
    .map(({ collectionGroup }) => collectionGroup);
  expect(policies.sort()).toEqual([...new Set(expiring)].sort());
});
