import * as session from "../../api/session";
import { accountWords } from "../../i18n/account/words";
import { paragraph } from "../../ui/element";
import { form } from "../../ui/form";
import { section } from "../../ui/section";
import type { Account } from "../account";

/** Where the person is signed in, and the way out of each of them. */
export function devicesPart({ user, left }: Account): HTMLElement {
  const { devices: words } = accountWords();
  return section(
    words.title,
    paragraph(words.lead),
    form({
      label: words.endAll,
      kind: "secondary",
      send: async () => {
        await session.signOutEverywhere(user);
        left(() => accountWords().signedOutEverywhere);
      },
    }),
  );
}
