/** A project in which all of our collections' names are taken, and which keeps them in a database of their own. */
import { getApp } from "firebase-admin/app";
import { getFirestore } from "firebase-admin/firestore";
import { onRequest } from "firebase-functions/https";
import { authService } from "../../src/auth-service";
import {
  type CollectionName,
  collectionsOf,
  defaultCollections,
} from "../../src/database/collections";
import { databaseOf } from "../../src/database";
import { recordSchema } from "../../src/upgrade/schema";
import { buildMailPorts } from "../../src/composition";
import { parseSmtpUrl } from "../../src/config/smtp-url";
import { liveAuthorization, requireSignIn } from "../../src/library";
import { password, startBackend } from "../../testing/backend";
import { mount } from "../../testing/mount";
import { running } from "../../testing/running";

const all = Object.keys(defaultCollections) as CollectionName[];
const collections = collectionsOf(Object.fromEntries(all.map((name) => [name, `our-${name}`])));
const database = "auth-db";

const backend = running(startBackend);
const person = (email: string) => ({ email, password, firstName: "Ada", lastName: "Lovelace" });

test("an account lives under the other names alone, and the team's guards find it there", async () => {
  const ports = backend.instance({ collections, firestoreDatabase: database });
  const service = authService(() => ports);
  const { guardRequest } = liveAuthorization({
    ...{ maxAgeSeconds: 0, requireVerifiedEmail: false, collections, database },
  });
  const functions = await mount({
    me: onRequest(guardRequest(requireSignIn(), (_request, response) => response.json("in"))),
  });
  const email = backend.newEmail();
  const { id } = await service.register(person(email));
  await service.generateToken({ email, password: "wrong" }).catch(() => undefined);
  await service.resetPassword({ email });
  await ports.invitations.invite(id, { email, by: null });
  const { accessToken } = await service.generateToken({ email, password });
  const ask = async () => {
    const headers = { authorization: `Bearer ${accessToken}` };
    return (await fetch(`${functions.url}/me`, { method: "POST", headers })).status;
  };
  await expect(ask()).resolves.toBe(200);
  await service.revokeTokens({ userId: id });
  await expect(ask()).resolves.toBe(401);

  const theirs = getFirestore(database);
  const worker = await buildMailPorts(getApp(), ports.settings, parseSmtpUrl("smtp://127.0.0.1:1"));
  await worker.issuedCodes.note("a-code");
  const mails = await theirs.collection("our-outbox").listDocuments();
  await expect(worker.queue.lease(mails[0]!.id)).resolves.toMatchObject({ id: mails[0]!.id });

  await recordSchema(databaseOf(theirs, collections), { version: 1 });
  await expect(service.generateToken({ email, password })).resolves.toMatchObject({ id });
  const [atRoot, below] = await Promise.all([
    theirs.listCollections(),
    theirs.collection("our-users").doc(id).listCollections(),
  ]);
  expect(below.map((collection) => collection.id)).toEqual(["our-sessions"]);
  expect(atRoot.map((collection) => collection.id)).toEqual(
    all.filter((name) => name !== "sessions").map((name) => `our-${name}`),
  );
  await expect(backend.firestore.listCollections()).resolves.toEqual([]);
  await functions.stop();
  await theirs.terminate();
});
