import { element, paragraph, type Child } from "../../ui/element";
import { paged } from "../../ui/paged";
import { askPage } from "./ask";
import { way } from "./way";

type Facts = Readonly<Record<string, unknown>>;

interface Row {
  uid: string;
  account: Facts | null;
  document: Facts | null;
  state: Facts | null;
  differences: string[];
}

/** Accounts at Firebase Auth beside their documents and their live state. What differs is marked. */
export const accounts = (): Child[] => [
  paragraph(
    "What Firebase Auth, the document and the live state say of each user. What differs is marked.",
  ),
  paged({
    load: (after) => askPage<Row>("/accounts", {}, after),
    item: accountItem,
    none: "There are no accounts.",
    more: "More accounts",
  }),
];

function accountItem({ uid, account, document, state, differences }: Row): HTMLElement {
  const column = (name: string, facts: Facts | null, path?: string) =>
    element(
      "div",
      {},
      element("strong", {}, ...(path === undefined ? [name] : [way(path, name)])),
      ...(facts ? [list(facts, differences)] : [paragraph("nothing")]),
    );
  return element(
    "li",
    {},
    element(
      "div",
      { class: "wide" },
      element("bdi", { class: "what" }, uid),
      " ",
      ...differences.map((each) => element("span", { class: "badge bad" }, `${each} differs`)),
      element(
        "div",
        { class: "choices" },
        column("Firebase Auth", account),
        column("Document", document, `users/${uid}`),
        column("Live state", state, `authState/${uid}`),
      ),
    ),
  );
}

function list(facts: Facts, differences: readonly string[]): HTMLElement {
  const lines = Object.entries(facts).flatMap(([name, value]) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const differs = differences.includes(name);
    const shown = element("bdi", {}, text);
    return [
      element("dt", {}, name),
      element("dd", {}, differs ? element("mark", {}, shown) : shown),
    ];
  });
  return element("dl", {}, ...lines);
}
