import { onRequest } from "firebase-functions/https";
import { local, ports } from "../../composition";
import { fetchDoor } from "./fetch-door";

/** The HTTPS API. What it is made of is loaded on its first request: callables need none of it. */
export const api = onRequest(
  // The app says which origins may read replies; left alone, the emulator would let in any.
  { cors: false },
  fetchDoor(async () => {
    const { apiApp } = await import("./app");
    return apiApp({ ports, deployed: !local });
  }),
);
