import { type AuthService, authService } from "../src/auth-service";
import { AuthError } from "../src/errors";
import type { Ports } from "../src/ports";
import { type Backend, password } from "./backend";

/** What whoever registers in these tests is called. */
export const names = { firstName: "Grace", lastName: "Hopper" };

/** A call that fails as in an outage. */
export const outage = (): Promise<never> => Promise.reject(new AuthError("unavailable", "away"));

/** Ports of a process that dies after so many writes to documents and accounts. */
export function dyingAfter(writes: number, ports: Ports): Ports {
  let left = writes;
  const counted =
    <Given extends unknown[], Reply>(write: (...given: Given) => Promise<Reply>) =>
    async (...given: Given): Promise<Reply> => {
      if (left === 0) return outage();
      const reply = await write(...given);
      left -= 1;
      return reply;
    };
  const { records, accounts, outbox } = ports;
  return {
    ...ports,
    records: { ...records, transact: counted(records.transact) },
    accounts: { ...accounts, update: counted(accounts.update), remove: counted(accounts.remove) },
    // The mail is the last thing that it would do.
    outbox: { ...outbox, add: outage, hurry: () => Promise.resolve() },
  };
}

/** The service on ports of which some are replaced. */
export function serviceWith(
  backend: Backend,
  replace: (ports: Ports) => Partial<Ports>,
): AuthService {
  const ports = backend.instance();
  return authService(() => ({ ...ports, ...replace(ports) }));
}

/** Where an account and its document agree, and there is one document alone. */
export const whole = { documents: [true], pending: false, roles: ["User", "User", "User"] };

/** Somebody's role by document, claim and a fresh sign-in, and the number of documents. */
export async function stateOf(email: string, backend: Backend): Promise<typeof whole> {
  const { role, id } = await backend.service.generateToken({ email, password });
  const { uid, customClaims } = await backend.auth.getUserByEmail(email);
  const documents = await backend.firestore.collection("users").where("email", "==", email).get();
  return {
    documents: documents.docs.map((document) => document.id === uid && id === uid),
    pending: (await backend.ports.states.read(uid))?.pending ?? false,
    roles: [documents.docs[0]?.get("role"), customClaims?.role, role] as string[],
  };
}
