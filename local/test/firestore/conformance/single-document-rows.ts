import { v1 } from "@google-cloud/firestore";
import { credentials } from "@grpc/grpc-js";
import { table } from "./row";

const database = "projects/demo-generated/databases/(default)";
const documents = `${database}/documents`;
let collections = 0;

type Client = InstanceType<typeof v1.FirestoreClient>;

/** What is done with the generated client, how, and what both engines answer. */
type Row = [name: string, run: (host: string) => Promise<unknown>, expected: unknown];

const withClient =
  (use: (client: Client, collectionId: string) => Promise<unknown>) =>
  async (host: string): Promise<unknown> => {
    const [servicePath = "", port] = host.split(":");
    const client = new v1.FirestoreClient({
      projectId: "demo-generated",
      servicePath,
      port: Number(port),
      sslCreds: credentials.createInsecure(),
    });
    try {
      return await use(client, `c${(collections += 1)}`);
    } finally {
      await client.close();
    }
  };

const value = (n: number) => ({ fields: { n: { integerValue: n } } });

export const singleDocumentRows = table<Row>([
  [
    "documents are created, read, updated and deleted one by one",
    withClient(async (client, collectionId) => {
      const name = `${documents}/${collectionId}/a`;
      await client.createDocument({
        parent: documents,
        collectionId,
        documentId: "a",
        document: value(1),
      });
      await client.updateDocument({ document: { name, ...value(2) } });
      const [read] = await client.getDocument({ name });
      await client.deleteDocument({ name });
      const gone = await client
        .getDocument({ name })
        .catch((error: unknown) => (error as { code: number }).code);
      return [read.fields?.n?.integerValue, gone];
    }),
    ["2", 5],
  ],
  [
    "a document is created once",
    withClient(async (client, collectionId) => {
      const request = { parent: documents, collectionId, documentId: "a", document: value(1) };
      await client.createDocument(request);
      await client.createDocument(request);
    }),
    "code 6",
  ],
  [
    "documents are listed by pages",
    withClient(async (client, collectionId) => {
      for (const documentId of ["a", "b", "c"]) {
        await client.createDocument({
          parent: documents,
          collectionId,
          documentId,
          document: value(1),
        });
      }
      const options = { autoPaginate: false };
      const page = async (pageToken: string) => {
        const request = { parent: documents, collectionId, pageSize: 2, pageToken };
        const [list, , reply] = await client.listDocuments(request, options);
        return {
          ids: list.map(({ name }) => name?.split("/").at(-1)),
          next: reply.nextPageToken ?? "",
        };
      };
      const first = await page("");
      return [first.ids, (await page(first.next)).ids];
    }),
    [["a", "b"], ["c"]],
  ],
]);
