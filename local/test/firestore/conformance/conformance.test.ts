/** One table of what Firestore does, asked of both engines: the embedded one is held to the official emulator. */
import type { Firestore } from "firebase-admin/firestore";
import { startEmbeddedFirestore } from "../../../firestore";
import { startOfficialFirestore } from "../../../official-firestore/emulator";
import { describeOfficial } from "../../official-firestore/at-hand";
import { Clients } from "../clients";
import { documentRows } from "./document-rows";
import { queryRows } from "./query-rows";
import { answerOf } from "./row";
import { singleDocumentRows } from "./single-document-rows";

function judge(start: () => Promise<{ host: string; stop(): Promise<void> }>): void {
  let server: Awaited<ReturnType<typeof start>>;
  let db: Firestore;
  const clients = new Clients(() => server.host);

  beforeAll(async () => {
    server = await start();
    db = clients.connect();
  });

  afterAll(async () => {
    await clients.close();
    await server.stop();
  });

  test.each([...queryRows, ...documentRows])("%s", async (_name, run, expected) => {
    expect(await answerOf(run(db))).toEqual(expected);
  });

  test.each(singleDocumentRows)("%s", async (_name, run, expected) => {
    expect(await answerOf(run(server.host))).toEqual(expected);
  });
}

describe("the embedded Firestore", () => judge(() => startEmbeddedFirestore()));
describeOfficial("the official emulator", () => judge(() => startOfficialFirestore()));
