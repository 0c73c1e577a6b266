import { settings } from "../settings";
import { element, type Child } from "./element";

/** What the page shows at a time. */
export interface View {
  title: string;
  content: Child[];
}

const card = element("main");

// Unlike an attribute, this is not "inline style" to the content-security policy.
document.documentElement.style.setProperty("--accent", settings.appColor);

/** Shows a view. When it follows another, the focus goes to its heading, so that a screen reader says what is new. */
export function show({ title, content }: View): void {
  const heading = element("h1", { tabindex: "-1" }, title);
  const isFirst = !card.isConnected;
  document.title = `${title} – ${settings.appName}`;
  card.replaceChildren(heading, ...content);
  if (isFirst) {
    document.body.replaceChildren(element("header", {}, settings.appName), card);
  } else {
    heading.focus();
  }
}
