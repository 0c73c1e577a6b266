import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AuthError } from "../../../src/errors";
import type { ProviderSession, SignIn } from "../../../src/identity/sign-in";
import { shown } from "./accounts";
import { soon } from "../soon";
import type { MemoryAuth } from "./memory-auth";

/** What a provider's token says; like the emulator, it takes anybody's. */
const providerToken = z.object({
  sub: z.string(),
  email: z.string(),
  email_verified: z.boolean().default(false),
  name: z.string().default(""),
  given_name: z.string().default(""),
  family_name: z.string().default(""),
});

/** Firebase Auth in memory, as its clients reach it. */
export function memorySignIn(auth: MemoryAuth): SignIn {
  function withPassword(email: string, password: string) {
    const account = auth.findByEmail(email);
    if (!account || !auth.isPassword(account.uid, password)) {
      throw new AuthError("invalid-credentials");
    }
    return auth.open(account.uid);
  }

  function withProvider(provider: string, idToken: string): ProviderSession {
    const person = read(idToken);
    const names = { firstName: person.given_name, lastName: person.family_name };
    const subject = `${provider} ${person.sub}`;
    const known = auth.findByProvider(provider, person.sub);
    if (known) return { ...auth.open(known.uid), isNewUser: false, ...names };
    const owner = auth.findByEmail(person.email);
    if (!owner) {
      const uid = randomUUID().replaceAll("-", "").slice(0, 28);
      const { email, email_verified: emailVerified, name: displayName } = person;
      auth.createFor(uid, { email, emailVerified, displayName, providers: [subject] });
      return { ...auth.open(uid), isNewUser: true, ...names };
    }
    if (!person.email_verified) throw new AuthError("account-exists");
    // Whoever proves an address takes the password from whoever had not.
    if (!owner.emailVerified) auth.unlink(owner.uid, "password");
    auth.link(owner.uid, subject);
    auth.set(owner.uid, { emailVerified: true });
    return { ...auth.open(owner.uid), isNewUser: false, ...names };
  }

  return {
    withPassword: (email, password) => soon(() => withPassword(email, password)),
    withProvider: (provider, token) => soon(() => withProvider(provider, token)),
    renew: (refreshToken) => soon(() => auth.renew(refreshToken)),
    lookUp(idToken) {
      const payload = Buffer.from(idToken.split(".")[1]!, "base64url").toString();
      const { sub } = JSON.parse(payload) as { sub: string };
      return Promise.resolve(shown(auth.find(sub))!);
    },
  };
}

function read(idToken: string) {
  try {
    return providerToken.parse(JSON.parse(idToken));
  } catch {
    throw new AuthError("invalid-credentials");
  }
}
