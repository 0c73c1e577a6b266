import { callableDoor, liveAuthorization, requireSignIn } from "firebase-auth-backend";
import { onCall } from "firebase-functions/https";

// The parameters are the other codebase's: here the options say what guards go by.
const { guardCall } = liveAuthorization({
  maxAgeSeconds: 1,
  requireVerifiedEmail: false,
  collections: { users: "members", authState: "memberStates" },
});

export const order = callableDoor(
  onCall(guardCall(requireSignIn(), (_request, caller) => ({ orderedBy: caller.userId }))),
);
