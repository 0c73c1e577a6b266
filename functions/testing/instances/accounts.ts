import { randomUUID } from "node:crypto";
import { type Backend, password } from "../backend";

/** Somebody with a verified address, signed in. */
export interface SignedIn {
  id: string;
  email: string;
  token: string;
}

/** Creates an account and its document without registration and its mails, and signs in. */
export async function signedIn(
  { auth, ports, service }: Pick<Backend, "auth" | "ports" | "service">,
  role = "User",
): Promise<SignedIn> {
  const id = randomUUID();
  const email = `${id}@example.com`;
  const user = { id, firstName: "Ada", lastName: "Lovelace", email, emailVerified: true, role };
  const create = { ...user, disabled: false, locale: null, signUpMethod: "PASSWORD" };
  await ports.records.transact([id], () => ({ result: undefined, user: { create } }));
  await auth.createUser({ uid: id, email, password, emailVerified: true });
  await auth.setCustomUserClaims(id, { role });
  const { accessToken: token } = await service.generateToken({ email, password });
  return { id, email, token };
}
