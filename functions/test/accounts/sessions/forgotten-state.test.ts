import { clientWith } from "../../../testing/client";
import { listSessions } from "../../../src/operations/sessions/list-sessions";
import { endSession } from "../../../src/operations/sessions/end-session";
import { nextSecond, password, startBackend } from "../../../testing/backend";
import { running } from "../../../testing/running";

const backend = running(startBackend);

test("sessions of before a revocation stay off the list when its state has expired", async () => {
  const { id: userId, email, sessionId } = await backend.newUser();
  await backend.service.revokeTokens({ userId });
  await nextSecond();
  const again = await backend.service.generateToken({ email: email!, password });
  // As one that outlived the state would stand there: what a revocation ended goes with the next sign-in.
  const sessions = backend.firestore.collection(`users/${userId}/sessions`);
  const living = (await sessions.doc(again.sessionId).get()).data()!;
  await sessions.doc(sessionId).set(living);
  await backend.firestore.doc(`authState/${userId}`).delete();
  const own = clientWith(again.accessToken);
  const listed = await listSessions.perform({}, own, backend.ports);
  expect(listed.map(({ id }) => id)).toEqual([again.sessionId]);
  const ended = endSession.perform({ sessionId }, own, backend.ports);
  await expect(ended).rejects.toMatchObject({ code: "session-not-found" });
});
