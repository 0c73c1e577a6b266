import { element, link, paragraph } from "../ui/element";

/** What somebody new to the local stack wants to know. For developers, hence in English. */
export function localHints(inbox: string): HTMLElement {
  const mail = link(inbox, "the inbox");
  mail.target = "_blank";
  return element(
    "footer",
    { lang: "en", dir: "ltr", class: "hints" },
    paragraph("Local stack: all mail goes to ", mail, "."),
    paragraph("Sign in as admin@example.com or user@example.com with password123."),
  );
}
