"use strict";

// firebase-functions says at the one level, for each call, whether it brought a token; at the other the HTTPS API says a
// line a request.
console.debug = () => undefined;
console.info = () => undefined;
