// The shop has names of its own, so the back end's are a group: `auth-api`, `auth-register` and so on.
export * as auth from "firebase-auth-backend/functions";
