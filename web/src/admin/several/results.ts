import { explain } from "../../i18n/explain";
import { around } from "../../i18n/sentence";
import { peopleWords } from "../../i18n/people/words";
import { element, type Child } from "../../ui/element";
import type { Outcome } from "./each";

export interface Results<Item> {
  readonly element: HTMLElement;
  /** Begins anew, for so many. */
  begin(count: number): void;
  /** Shows what became of one. */
  add(outcome: Outcome<Item>): void;
  /** Says how it went. @returns those for which it was not done. */
  end(): Item[];
}

/** What became of each of several: how far it is, and a line for each. */
export function results<Item>(
  nameOf: (item: Item) => string,
  done: string,
  explains: (outcome: Outcome<Item>) => Child[] | undefined = () => undefined,
): Results<Item> {
  const status = element("p", { role: "status", class: "done" });
  const list = element("ul", { class: "list results" });
  let count = 0;
  let all: Outcome<Item>[] = [];
  const say = (text: string, number: string) => status.replaceChildren(...around(text, number));
  return {
    element: element("div", {}, status, list),
    begin(next) {
      [count, all] = [next, []];
      list.replaceChildren();
      say(peopleWords().several.running, `0 / ${count}`);
    },
    add(outcome) {
      all.push(outcome);
      const { item, problem } = outcome;
      const said = problem ? (explains(outcome) ?? explain(problem)) : [done];
      list.append(
        element(
          "li",
          { class: problem ? "failed" : "succeeded" },
          element("bdi", {}, nameOf(item)),
          element("small", {}, ...said),
        ),
      );
      say(peopleWords().several.running, `${all.length} / ${count}`);
    },
    end() {
      const failed = all.filter(({ problem }) => problem !== undefined);
      const { allDone, someFailed } = peopleWords().several;
      if (failed.length === 0) say(allDone, String(all.length));
      else say(someFailed, String(failed.length));
      return failed.map(({ item }) => item);
    },
  };
}
