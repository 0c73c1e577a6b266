"use strict";

const { callableDoor, guardCall, requireSignIn } = require("firebase-auth-backend");
const { onCall } = require("firebase-functions/https");

// Sign-in, sessions, users, mail and the HTTPS API.
Object.assign(exports, require("firebase-auth-backend/functions"));

/** A function of your own: whoever is signed in may call it, until the very second in which their session ends. */
exports.hello = callableDoor(
  onCall(guardCall(requireSignIn(), (_request, caller) => ({ hello: caller.userId }))),
);
