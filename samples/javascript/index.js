"use strict";

const { callableDoor, guardCall, requireSignIn } = require("firebase-auth-backend");
const { onCall } = require("firebase-functions/https");

// Every function of the back end: sign-in, users, mail, the HTTPS API.
Object.assign(exports, require("firebase-auth-backend/functions"));

exports.greeting = callableDoor(
  onCall(guardCall(requireSignIn(), (_request, caller) => ({ hello: caller.userId }))),
);
