import { signInWithGoogle } from "../api/session";
import type { User } from "../api/user";
import { noteWay } from "../account/last-used";
import { words } from "../i18n/words";
import { link, paragraph } from "../ui/element";
import { field } from "../ui/field";
import { form } from "../ui/form";
import { emailField } from "../ui/person-fields";
import type { View } from "../ui/page";

/**
 * Takes Google's place on the local stack, whose Auth emulator takes plain JSON for an ID token: whoever one says to be,
 * Google vouches for it. For developers, hence in English.
 */
export function googleStandIn(entered: (user: User) => void): View {
  const name = field({ label: "Name", name: "name", autocomplete: "name" });
  const email = emailField();
  return {
    title: "Not really Google",
    lead: ["The local stack has no Google. Say who it would tell us you are."],
    content: [
      form({
        fields: [name, email],
        label: words.signIn.title,
        send: async () => {
          const user = await signInWithGoogle(idToken(name.value, email.value));
          noteWay("google");
          entered(user);
        },
      }),
      paragraph(link("/", words.back)),
    ],
  };
}

function idToken(name: string, email: string): string {
  const [given_name, ...rest] = name.split(" ");
  return JSON.stringify({
    sub: `stand-in-${email}`,
    email,
    email_verified: true,
    name,
    given_name,
    family_name: rest.join(" "),
  });
}
