import { invite } from "../../api/admin/invitations";
import { Problem } from "../../api/problem";
import { peopleWords } from "../../i18n/people/words";
import type { Account } from "../../me/account";
import { freshly } from "../../me/fresh";
import { element, paragraph } from "../../ui/element";
import { form } from "../../ui/form";
import { section } from "../../ui/section";
import { doForEach } from "../several/each";
import { results } from "../several/results";
import { choicesOf } from "./choices";
import { isAddress, readPeople, type Listed } from "./people";

/** Invitations at a time. */
const most = 500;

/** Inviting many at once, from a list that is pasted or read from a file; those who were not invited stay in it. */
export function manyPart(admin: Account, changed: () => void): HTMLElement {
  const { many: words } = peopleWords();
  const list = element("textarea", { id: "people", rows: "5", spellcheck: "false", dir: "ltr" });
  const file = element("input", { id: "people-file", type: "file", accept: ".csv,text/csv,.txt" });
  file.addEventListener("change", () => {
    void file.files?.[0]?.text().then((text) => {
      list.value = text;
    });
  });
  const { role, language } = choicesOf("many");
  const outcomes = results<Listed>(
    ({ email }) => email,
    words.invited,
    ({ item }) => (isAddress(item.email) ? undefined : [words.notAddress]),
  );

  async function inviteAll(): Promise<void> {
    let stale: Problem | undefined;
    const people = readPeople(list.value);
    outcomes.begin(people.length);
    await doForEach(people, inviteOne, (outcome) => {
      outcomes.add(outcome);
      if (outcome.problem?.is("fresh-sign-in-required")) stale = outcome.problem;
    });
    const failed = new Set(outcomes.end());
    list.value = people
      .filter((person) => failed.has(person))
      .map(lineOf)
      .join("\n");
    changed();
    if (stale) throw stale;
  }

  async function inviteOne({ email, firstName, lastName }: Listed): Promise<void> {
    if (!isAddress(email)) throw new Problem("invalid-request");
    await invite({
      email,
      ...(firstName !== "" && { firstName }),
      ...(lastName !== "" && { lastName }),
      role: role.select.value,
      locale: language.select.value,
    });
  }

  const alert = element("p", { role: "alert", class: "alert" });
  const field = (label: string, input: HTMLElement) =>
    element("div", { class: "field" }, element("label", { for: input.id }, label), input);
  const made = form({
    aside: [
      field(words.addresses, list),
      field(words.file, file),
      role.element,
      language.element,
      alert,
    ],
    label: words.submit,
    send: async () => {
      const { length } = readPeople(list.value);
      const isFit = length > 0 && length <= most;
      alert.textContent = isFit ? "" : length === 0 ? words.none : words.tooMany;
      if (isFit) await freshly(admin, inviteAll);
      else list.focus();
    },
  });
  return section(words.title, paragraph(words.lead), made, outcomes.element);
}

/** So that it can be tried again. */
function lineOf({ email, firstName, lastName }: Listed): string {
  const cells = [email, firstName, lastName].map((cell) =>
    /[",;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  return cells.join(", ").replace(/(, )+$/, "");
}
