import type { Account } from "../identity/accounts";
import type { User } from "../users/user-directory";
import { fitNames, type Names, splitName } from "./names";

/** Names of sign-in providers, as `signUpMethod` spells them. */
const methods: Readonly<Record<string, string>> = {
  password: "PASSWORD",
  "google.com": "GOOGLE",
  "apple.com": "APPLE",
  "facebook.com": "FACEBOOK",
  "github.com": "GITHUB",
  "microsoft.com": "MICROSOFT",
  phone: "PHONE",
};

function signUpMethodOf({ providers: [first] }: Pick<Account, "providers">): string {
  return first === undefined ? "NONE" : (methods[first] ?? "OTHER");
}

/** Says whether an account is anonymous: without an address or a provider, as anybody can make them. */
export function isAnonymous({ providers, email }: Pick<Account, "providers" | "email">): boolean {
  return providers.length === 0 && email === null;
}

/** Makes the document of an account that was made elsewhere, from what Firebase knows, and a role. */
export function documentFor(account: Account, names: Names | undefined, role: string | null): User {
  return {
    id: account.uid,
    ...fitNames(names ?? splitName(account.displayName)),
    email: account.email,
    emailVerified: account.emailVerified,
    role,
    disabled: account.disabled,
    locale: null,
    signUpMethod: signUpMethodOf(account),
  };
}
