import { onRequest } from "firebase-functions/https";

/** Says that the function can serve. The HTTPS API has an issue of its own. */
export const api = onRequest((_request, response) => {
  response.json({ status: "ok" });
});
