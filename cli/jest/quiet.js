"use strict";

// At debug level firebase-functions logs for each call whether it had a token; at info level the HTTPS API logs a line per
// request.
console.debug = () => undefined;
console.info = () => undefined;
