import { callableDoor, liveAuthorization, requireRole, requireSignIn } from "firebase-auth-backend";
import { HttpsError, onCall, onRequest } from "firebase-functions/https";
import { z } from "zod";

const { guardCall, guardRequest } = liveAuthorization({ maxAgeSeconds: 1 });

/** A callable for administrators. What is sent is parsed before the guard is asked. */
export const invoice = callableDoor(
  onCall(
    guardCall(
      requireRole("Admin"),
      ({ data }, caller) => ({ id: `invoice-${data.number}`, by: caller.userId }),
      { accepts: z.strictObject({ number: z.int().positive() }) },
    ),
  ),
);

/** A callable that refuses by itself, too. */
export const receipt = callableDoor(
  onCall(
    guardCall(requireSignIn({ verifiedEmail: false }), () => {
      throw new HttpsError("not-found", "There is no such receipt.", { code: "no-receipt" });
    }),
  ),
);

/** An HTTPS function for whoever is signed in. */
export const greeting = onRequest(
  guardRequest(requireSignIn({ verifiedEmail: false }), (_request, response, caller) => {
    response.json({ hello: caller.userId });
  }),
);
