import { randomBytes } from "node:crypto";
import { authKeys } from "../../../src/auth-keys";
import { newSecret, writeRefreshToken } from "../../../src/sessions/refresh-token";
import { startBackend } from "../../../testing/backend";
import { running } from "../../../testing/running";
import { later } from "../../../testing/sessions/later";
import { authService } from "../../../src/auth-service";

/** Every text in a document, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

describe("whoever has every document", () => {
  const backend = running(startBackend);

  /** A user whose session was renewed twice, and all that is stored of anybody. */
  async function leaked() {
    const { id, sessionId, accessToken, refreshToken } = await backend.newUser();
    const ports = later(backend.instance());
    const service = authService(() => ports);
    let token = refreshToken;
    const shown = [token];
    for (let renewals = 0; renewals < 2; renewals += 1) {
      ports.pass(31_000);
      token = (await service.renewToken({ refreshToken: token })).refreshToken;
      shown.push(token);
    }
    const documents: unknown[] = [];
    for (const collection of await backend.firestore.listCollections()) {
      documents.push(...(await collection.get()).docs.map((document) => document.data()));
    }
    const sessions = await backend.firestore.collectionGroup("sessions").get();
    documents.push(...sessions.docs.map((document) => document.data()));
    return { id, sessionId, accessToken, shown, service, texts: textsIn(documents) };
  }

  test("finds no token in them, whole or in part", async () => {
    const { texts, shown, accessToken } = await leaked();
    const stored = texts.join("\n");
    expect(texts.length).toBeGreaterThan(10);
    const secrets = shown.flatMap((token) => token.split(".").slice(4));
    for (const secret of [...shown, ...secrets, accessToken]) expect(stored).not.toContain(secret);
  });

  test("renews no session with them, here or at Firebase", async () => {
    const { id, sessionId, texts, service } = await leaked();
    const forged = [1, 2, 3, 4].map((generation) =>
      writeRefreshToken(authKeys([randomBytes(32)]), {
        ...{ uid: id, sessionId, generation },
        secret: newSecret(),
      }),
    );
    const tried = [...new Set(texts), ...forged].filter(
      (text) => text !== "" && text.length < 3500,
    );
    const refused = { code: "refresh-token-invalid" };
    for (const refreshToken of tried) {
      await expect(service.renewToken({ refreshToken })).rejects.toMatchObject(refused);
      await expect(backend.ports.signIn.renew(refreshToken)).rejects.toMatchObject(refused);
    }
    // Rubbish ended nothing.
    expect(await backend.ports.sessions.find(id, sessionId)).toBeDefined();
  });

  test("and the server's keys, but no client's token, opens nothing either", async () => {
    const { id, sessionId, service } = await leaked();
    const { sessions, keys, signIn } = backend.ports;
    const { current, predecessors } = (await sessions.find(id, sessionId))!;
    for (const sealed of [current.firebaseToken, ...predecessors.map((p) => p.successor.secret)]) {
      await expect(signIn.renew(sealed)).rejects.toMatchObject({ code: "refresh-token-invalid" });
    }
    const token = { uid: id, sessionId, generation: current.generation, secret: newSecret() };
    const refreshToken = writeRefreshToken(keys, token);
    await expect(service.renewToken({ refreshToken })).rejects.toMatchObject({
      code: "session-revoked",
    });
  });
});
