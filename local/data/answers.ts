import { type AccountsOptions, accountRows } from "./accounts";
import { shownDocuments } from "./documents";
import { caughtMails } from "./mails";

/** What the page can ask for, by method and path. */
export type Answers = Readonly<
  Record<string, (query: URLSearchParams, body: Body) => Promise<unknown>>
>;

/** What is to be written. */
interface Body {
  path: string;
  fields: unknown;
  updateTime?: string;
}

/** @param options.inbox - `host:port` of the page with the caught mails. */
export function answersOf(options: AccountsOptions & { inbox: string }): Answers {
  const documents = shownDocuments(options.firestore);
  const after = (query: URLSearchParams) => query.get("after") ?? undefined;
  return {
    "GET /collections": () => documents.collections(),
    "GET /documents": (query) => documents.list(query.get("path") ?? "", after(query)),
    "GET /document": (query) => documents.read(query.get("path") ?? ""),
    "PUT /document": async (_, { path, fields, updateTime }) => ({
      written: await documents.write(path, fields, updateTime),
    }),
    "DELETE /document": async (_, { path }) => documents.remove(path),
    "GET /accounts": (query) => accountRows(options, after(query)),
    "GET /mails": () => caughtMails(options.inbox),
  };
}
