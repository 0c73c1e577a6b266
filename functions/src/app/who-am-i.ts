import { onCall } from "firebase-functions/https";
import { callableDoor, guardCall, requireSignIn } from "../library";

/** Says who is asking: an example of a function of your own. Put yours beside it. */
export const whoAmI = callableDoor(
  onCall(guardCall(requireSignIn({ verifiedEmail: false }), (_request, caller) => caller)),
);
