import type { AuthDTO, UserDTO } from "../../src/operation/replies";
import { running } from "../running";
import { type Answered, type Asked, type Served, serveApi } from "./served";

/** An Admin who reads and changes users, each with the tag that they are read with. */
export interface Versions {
  served: Served;
  admin(): AuthDTO;
  ask(method: string, path: string, asked?: Asked): Promise<Answered>;
  /** A user, and the tag that they are read with. */
  newUser(): Promise<{ id: string; path: string; user: UserDTO; etag: string }>;
}

/** Serves the API to the tests of a file. */
export function versions(): Versions {
  const served = running(serveApi);
  let admin: AuthDTO;
  beforeAll(async () => {
    admin = await served.newUser({ role: "Admin" });
  });
  const ask: Versions["ask"] = (method, path, asked = {}) =>
    served.ask(method, path, { token: admin.accessToken, ...asked });
  return {
    served,
    ask,
    admin: () => admin,
    async newUser() {
      const { id } = await served.newUser();
      const { headers, body } = await ask("GET", `/users?userId=${id}`);
      return { id, path: `/users/${id}`, user: body as UserDTO, etag: headers.get("etag")! };
    },
  };
}
