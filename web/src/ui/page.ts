import { settings } from "../settings";
import { element, type Child } from "./element";

/** What the page shows at a time. */
export interface View {
  title: string;
  /** What stands above the title. */
  before?: readonly Child[];
  /** What it is about, in a sentence below the title. */
  lead?: readonly Child[];
  content: readonly Child[];
  /** Whether it is wider than a form. Default `false`. */
  wide?: boolean;
}

/** Painted by the HTML, with the application's name above it. */
const card = document.querySelector("main") ?? document.body.appendChild(element("main"));

let current: (() => View) | undefined;

/** Shows a view. When it follows another, the focus goes to its heading, so that a screen reader says what is new. */
export function show(view: () => View): void {
  const isFirst = current === undefined;
  current = view;
  draw(view());
  if (!isFirst) card.querySelector("h1")?.focus();
}

/** Makes the view again, in another language. What was typed stays. */
export function redraw(): void {
  if (!current) return;
  const typed = [...card.querySelectorAll("input")].map(({ name, value, checked }) => ({
    name,
    value,
    checked,
  }));
  draw(current());
  for (const { name, value, checked } of typed) {
    const input = card.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`);
    if (input) input.checked = checked;
    if (!input || input.value === value) continue;
    input.value = value;
    input.dispatchEvent(new Event("input"));
  }
}

function draw({ title, before = [], lead, content, wide = false }: View): void {
  document.title = `${title} – ${settings.appName}`;
  document.body.classList.toggle("wide", wide);
  card.removeAttribute("aria-busy");
  card.replaceChildren(
    ...before,
    element("h1", { tabindex: "-1" }, title),
    ...(lead ? [element("p", { class: "lead" }, ...lead)] : []),
    ...content,
  );
}
