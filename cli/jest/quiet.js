"use strict";

// At debug level firebase-functions logs for each call whether it had a token; at info level the HTTPS API logs a line per
// request; at warn level an instance that ends with its test says that its state can't be renewed any more.
console.debug = () => undefined;
console.info = () => undefined;
console.warn = () => undefined;
