import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Firestore } from "firebase-admin/firestore";
import { startEmbeddedFirestore, type CommitDelay } from "../../local/firestore";
import { startOfficialFirestore } from "../../local/official-firestore/emulator";

/** The Firestore that tests run on; `npm test -- --firestore official` takes the official emulator. */
export const engine = process.env.TEST_FIRESTORE === "official" ? "official" : "embedded";

/** A Firestore of a test file's own, which can be away. */
export interface TestFirestore {
  /** What `FIRESTORE_EMULATOR_HOST` is to be set to. */
  host: string;
  /** Drops all documents of a project. */
  reset(projectId: string): Promise<void>;
  /** Refuses all connections, open ones included, and keeps the documents. */
  pause(): Promise<void>;
  /** Serves again, at the same port. */
  resume(): Promise<void>;
  /** Makes commits late, which only the embedded one can do. */
  delayCommits(projectId: string, delay: CommitDelay): void;
  stop(): Promise<void>;
}

export const startTestFirestore = (): Promise<TestFirestore> =>
  engine === "official" ? startOfficial() : startEmbedded();

/** Describes what needs late commits; on the official emulator it is skipped, and the name says why. */
export function describeLateCommits(tests: () => void): void {
  if (engine === "embedded") describe("late commits,", tests);
  else describe.skip("late commits, which only the embedded Firestore can be told to make", tests);
}

/**
 * Ends a client once nothing is under way. A live state that is renewed alongside a request reads several times, one
 * after the other; the SDK leaves the rejection of a reading that begins after the end to nobody, so it can't be caught.
 */
export async function endClient(firestore: Firestore): Promise<void> {
  const { _clientPool: pool } = firestore as unknown as { _clientPool: { opCount: number } };
  // From the end of a reading to the beginning of the next one there is a turn or two.
  for (let quietTurns = 0; quietTurns < 5;) {
    await nextTurn();
    quietTurns = pool.opCount === 0 ? quietTurns + 1 : 0;
  }
  await firestore.terminate();
}

async function startEmbedded(): Promise<TestFirestore> {
  const embedded = await startEmbeddedFirestore();
  return {
    ...embedded,
    reset: (projectId) => {
      embedded.reset(projectId);
      return Promise.resolve();
    },
  };
}

async function startOfficial(): Promise<TestFirestore> {
  const emulator = await startOfficialFirestore();
  const gate = await openGate(emulator.host);
  return {
    host: gate.host,
    pause: () => gate.close(),
    resume: () => gate.open(),
    reset: async (projectId) => {
      const documents = `http://${emulator.host}/emulator/v1/projects/${projectId}/databases/(default)/documents`;
      await fetch(documents, { method: "DELETE" });
    },
    delayCommits: () => {
      throw new Error("The official emulator delays no commit.");
    },
    stop: async () => {
      await gate.close();
      await emulator.stop();
    },
  };
}

/** A port that leads to another one while it is open. */
async function openGate(
  target: string,
): Promise<{ host: string; open(): Promise<void>; close(): Promise<void> }> {
  const [address = "", port = ""] = target.split(":");
  const sockets = new Set<Socket>();
  const server = createServer((inner) => {
    const outer = connect(Number(port), address);
    for (const [from, to] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from
        .on("error", () => to.destroy())
        .on("close", () => {
          to.destroy();
          sockets.delete(from);
        });
    }
  });
  const listen = (at: number) =>
    new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  return {
    host: `127.0.0.1:${own}`,
    open: () => listen(own),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
