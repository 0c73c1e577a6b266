import type { User } from "../api/user";
import { element, type Child } from "../ui/element";

/** What the views for somebody who is not signed in are told. */
export interface Guest {
  /** Something to say first, such as why there is no session any more, in the page's language. */
  notice: () => readonly Child[];
  /** Called with who has signed in. */
  entered: (user: User) => void;
}

/** Says the notice, if there is one. */
export function noticeLine({ notice }: Guest): HTMLElement {
  return element("p", { role: "status", class: "notice" }, ...notice());
}
