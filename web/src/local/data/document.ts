import { element, paragraph, type Child } from "../../ui/element";
import { form } from "../../ui/form";
import { pending } from "../../ui/pending";
import { section } from "../../ui/section";
import { ask, Refused } from "./ask";
import { way } from "./way";

interface Shown {
  path: string;
  fields?: unknown;
  updateTime?: string;
  collections: string[];
}

/** A document, to be read, changed and deleted. */
export function documentPart(path: string): HTMLElement {
  const holder = element("div");
  const draw = (said?: string) =>
    holder.replaceChildren(
      pending(
        () => ask<Shown>("GET", `/document?${new URLSearchParams({ path })}`),
        (shown) => [
          element("p", { role: "status", class: "done" }, said ?? ""),
          ...parts(shown, draw),
        ],
      ),
    );
  draw();
  return holder;
}

function parts(shown: Shown, draw: (said: string) => void): Child[] {
  const { path, fields, updateTime, collections } = shown;
  const isThere = fields !== undefined;
  const below = collections.map((each) => element("li", {}, way(each)));
  const list = element("ul", { class: "list" }, ...below);
  return [
    ...(isThere ? [] : [paragraph("This document is not there.")]),
    editor(path, isThere ? fields : {}, updateTime, draw),
    ...(isThere ? [removal(path, draw)] : []),
    ...(below.length > 0 ? [section("Collections below it", list)] : []),
  ];
}

const hint =
  'As JSON. What JSON can\'t say: {"$time": …}, {"$bytes": base64}, {"$reference": path}, {"$place": [latitude, longitude]}.';

function editor(
  path: string,
  fields: unknown,
  updateTime: string | undefined,
  draw: (said: string) => void,
): HTMLElement {
  const id = "fields";
  const text = element("textarea", { id, name: id, rows: "16", spellcheck: false, class: "boxed" });
  text.value = JSON.stringify(fields, undefined, 2);
  const alert = element("p", { role: "alert", class: "alert" });
  const save = form({
    label: updateTime === undefined ? "Make this document" : "Save",
    send: () =>
      telling(alert, async () => {
        const body = { path, fields: JSON.parse(text.value) as unknown, updateTime };
        const { written } = await ask<{ written: boolean }>("PUT", "/document", body);
        if (written) draw("Saved.");
        else throw new Refused("Somebody else has changed it meanwhile. Load it again.");
      }),
  });
  return element(
    "div",
    {},
    element("label", { for: id }, "Fields"),
    text,
    paragraph(element("small", {}, hint)),
    alert,
    save,
  );
}

const removal = (path: string, draw: (said: string) => void): HTMLElement =>
  form({
    label: "Delete this document",
    kind: "danger",
    send: async () => {
      await ask("DELETE", "/document", { path });
      draw("Deleted.");
    },
  });

async function telling(alert: HTMLElement, act: () => Promise<void>): Promise<void> {
  alert.textContent = "";
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refused || error instanceof SyntaxError)) throw error;
    alert.textContent = error.message;
  }
}
