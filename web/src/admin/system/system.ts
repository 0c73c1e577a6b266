import { systemState } from "../../api/admin/system";
import { operatorWords } from "../../i18n/operator/words";
import { element, paragraph, type Child } from "../../ui/element";
import { form } from "../../ui/form";
import { pending } from "../../ui/pending";
import { stateSections } from "./sections";

/** How the system is, when one comes and whenever one asks again. */
export function systemPart(): Child[] {
  const { system: words } = operatorWords();
  const status = element("p", { role: "status", class: "done" });
  const shown = pending(systemState, stateSections);
  const again = form({
    label: words.again,
    kind: "secondary",
    send: async () => {
      status.replaceChildren();
      shown.replaceChildren(...stateSections(await systemState()));
      status.replaceChildren(words.looked);
    },
  });
  return [paragraph(words.lead), again, status, shown];
}
