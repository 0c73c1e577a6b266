import { type Backend, nextSecond, password } from "../backend";
import type { World } from "./transport";

/** The people of a backend, for the rows of the contract. */
export const worldOf = ({ auth, newEmail, newUser }: Backend): World => ({
  password,
  newEmail,
  nextSecond,
  newUser,
  disable: async (userId) => {
    await auth.updateUser(userId, { disabled: true });
  },
});
