import { seeds } from "../../../local/stack/seeds";
import { stack } from "../../stack";
import { atFirebase, newUser, password } from "./accounts";

const seed = seeds.find(({ role }) => role === "Admin");

/** Asks the API as the Admin that every stack begins with. */
export async function asAdmin(method: string, path: string, body?: object): Promise<unknown> {
  const login = { email: seed?.email, password: seed?.password };
  const { accessToken } = (await ask("POST", "/auth/login", login)) as { accessToken: string };
  return ask(method, path, body, { authorization: `Bearer ${accessToken}` });
}

/** Somebody new, as the API tells of them. */
export async function newPerson(): Promise<{ id: string; email: string }> {
  const email = await newUser();
  const user = await asAdmin("GET", `/users?${new URLSearchParams({ email })}`);
  return user as { id: string; email: string };
}

/** A new Admin, whose address is verified; their password is everybody's. */
export async function newAdmin(): Promise<{ id: string; email: string }> {
  const person = await newPerson();
  await atFirebase("accounts:update", { localId: person.id, emailVerified: true });
  await asAdmin("PATCH", `/users/${person.id}`, { role: "Admin" });
  // What was verified elsewhere is learned at a sign-in.
  await signedIn(person.email);
  return person;
}

/** Signs somebody in who has everybody's password: a session that no page has. */
export async function signedIn(email: string): Promise<void> {
  await ask("POST", "/auth/login", { email, password });
}

async function ask(method: string, path: string, body?: object, headers: object = {}) {
  const reply = await fetch(`http://${stack().addresses.hosting}/api${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
  return text === "" ? undefined : (JSON.parse(text) as unknown);
}
