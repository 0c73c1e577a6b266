import { element, link, paragraph, type Child } from "../../ui/element";
import { paged } from "../../ui/paged";
import { askPage } from "./ask";

interface Mail {
  subject: string;
  to: string;
  at: string;
}

/** The mails that the stack has caught, newest first. */
export function mails(): Child[] {
  const inbox = link(String(import.meta.env.VITE_INBOX), "the inbox");
  return [
    paragraph("The last fifty that were caught. What is in them, ", inbox, " shows."),
    paged({
      load: (after) => askPage<Mail>("/mails", {}, after),
      item: ({ subject, to, at }) =>
        element(
          "li",
          {},
          element("div", {}, element("bdi", { class: "what" }, subject), element("div", {}, to)),
          element("small", {}, new Date(at).toLocaleString("en")),
        ),
      none: "No mail has been caught.",
      more: "More",
    }),
  ];
}
