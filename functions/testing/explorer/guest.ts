import type { User } from "../../src/users/user-directory";
import type { Promises } from "./promises";
import type { World } from "./world";

/** Whose address a stranger has registered. */
export const guest = "guest";
/** By which its owner proves it. */
export const provider = "google.com";

/** What a stranger calls somebody whose address they registered. */
const strangersName = "Mallory";

/** What the stranger wrote. */
export const squatted: User = {
  ...{ id: guest, firstName: strangersName, lastName: "", email: "guest@example.com" },
  ...{ emailVerified: false, role: "User", disabled: false, locale: null },
  signUpMethod: "PASSWORD",
};

/** What a stranger has left of an account whose address its owner has proved; `undefined` for nothing. */
export function leftOver(world: World, promises: Promises): string | undefined {
  const account = world.auth.find(guest);
  if (!account?.providers.includes(provider) || promises.isProvedLate) return undefined;
  if (account.providers.length > 1) return "a stranger has a way in";
  const { user } = world.records.read(guest);
  return user?.firstName === strangersName ? "has the name that a stranger chose" : undefined;
}
