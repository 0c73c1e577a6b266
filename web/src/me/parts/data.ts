import { exportMe } from "../../api/my-data";
import { accountWords } from "../../i18n/account/words";
import { element, paragraph } from "../../ui/element";
import { form } from "../../ui/form";
import { section } from "../../ui/section";
import type { Account } from "../account";
import { freshly } from "../fresh";

/** A file with everything that is kept about the person. */
export function exportPart(account: Account): HTMLElement {
  const { export: words } = accountWords();
  const status = element("p", { role: "status", class: "done" });
  return section(
    words.title,
    paragraph(words.lead),
    form({
      label: words.submit,
      kind: "secondary",
      send: async () => {
        status.textContent = "";
        const isDone = await freshly(account, async () => save(await exportMe(), "account.json"));
        if (isDone) status.textContent = words.done;
      },
    }),
    status,
  );
}

/** Has the browser save a file. */
function save(file: Blob, name: string): void {
  const href = URL.createObjectURL(file);
  element("a", { href, download: name }).click();
  URL.revokeObjectURL(href);
}
