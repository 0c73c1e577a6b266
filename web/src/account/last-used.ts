import { words } from "../i18n/words";
import { element, type Child } from "../ui/element";

type Way = "password" | "google";

/** Where the browser keeps how somebody last signed in; not who. */
const key = "last-used";

export function noteWay(way: Way): void {
  localStorage.setItem(key, way);
}

/** A badge for the way that was last used in this browser. */
export function lastUsed(way: Way): Child[] {
  if (localStorage.getItem(key) !== way) return [];
  return [" ", element("span", { class: "badge" }, words.signIn.lastUsed)];
}
