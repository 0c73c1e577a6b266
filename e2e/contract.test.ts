import { randomUUID } from "node:crypto";
import { deleteApp, initializeApp } from "firebase-admin/app";
import { getAuth } from "firebase-admin/auth";
import { getFirestore } from "firebase-admin/firestore";
import { nextSecond } from "../functions/testing/next-second";
import { describeContract } from "../functions/testing/contract/contract";
import type { Outcome } from "../functions/testing/contract/transport";
import type { AuthErrorCode } from "../functions/src/errors";
import { connect } from "../local/demo/client";
import { stack } from "./stack";

const password = "correct horse battery";

/** The age limit of the live state, and time to ask: each function has processes of its own here. */
const patience = 10_000;

describeContract("the Functions emulator, with Firebase's web SDK", { guarded: true }, () => {
  const { projectId, addresses } = stack();
  process.env.FIREBASE_AUTH_EMULATOR_HOST = addresses.auth;
  process.env.FIRESTORE_EMULATOR_HOST = addresses.firestore;
  process.env.METADATA_SERVER_DETECTION = "none";
  const app = initializeApp({ projectId });
  const [auth, firestore] = [getAuth(app), getFirestore(app)];
  const client = connect({ projectId, addresses });
  const newEmail = () => `${randomUUID()}@example.com`;

  return Promise.resolve({
    transport: {
      patience,
      // The SDK sends the token of its own user only; others go over plain HTTP.
      call: async (operation, data, token) =>
        outcomeOf(
          token === undefined
            ? await client.refusal(operation, data)
            : { accepted: await client.post(operation, token, data) },
        ),
    },
    world: {
      password,
      newEmail,
      nextSecond,
      newUser: async ({ role, verified = true, email = newEmail() } = {}) => {
        const names = { firstName: "Ada", lastName: "Lovelace" };
        const { id } = await client.call<{ id: string }>("register", { email, password, ...names });
        if (verified) await auth.updateUser(id, { emailVerified: true });
        if (role !== undefined) await firestore.collection("users").doc(id).update({ role });
        return client.call("generateToken", { email, password });
      },
      disable: async (userId) => {
        await auth.updateUser(userId, { disabled: true });
      },
    },
    stop: async () => {
      await client.close();
      await deleteApp(app);
    },
  });
});

/** Both ways of calling report a refusal in the same form. */
function outcomeOf(came: object): Outcome {
  const answer: unknown = "accepted" in came ? came.accepted : came;
  if (typeof answer !== "object" || answer === null || !("refused" in answer)) {
    return { reply: answer };
  }
  const { refused, message } = answer as { refused: AuthErrorCode; message: string };
  return { refusal: refused, message, details: {} };
}
