import { exportMe } from "../../api/my-data";
import { accountWords } from "../../i18n/account/words";
import { element, paragraph } from "../../ui/element";
import { form } from "../../ui/form";
import { section } from "../../ui/section";
import type { Account } from "../account";
import { freshly } from "../fresh";
import { saveFile } from "../../ui/save-file";

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
        const isDone = await freshly(account, async () =>
          saveFile(await exportMe(), "account.json"),
        );
        if (isDone) status.textContent = words.done;
      },
    }),
    status,
  );
}
