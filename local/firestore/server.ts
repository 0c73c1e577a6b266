import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { controlRpcs, controlService } from "./control";
import { Databases } from "./databases";
import { httpDoor, sharedDoor } from "./http";
import { keepDocuments, keptDocuments } from "./kept";
import { firestoreRpcs, firestoreService } from "./rpcs";
import type { CommitDelay } from "./visibility";

export interface EmbeddedFirestoreOptions {
  /** 0 takes any free port, the default. */
  port?: number;
  /** A file that the documents are read from, and kept in when it ends. Default: they are forgotten. */
  keptIn?: string | undefined;
}

/** A Firestore in this process, for Admin SDK clients in any. */
export interface EmbeddedFirestore {
  /** What clients set `FIRESTORE_EMULATOR_HOST` to. */
  readonly host: string;
  readonly port: number;
  /** Drops all documents of a project. */
  reset(projectId: string): void;
  /** Makes commits to a project's default database late; a share of 0 ends it. */
  delayCommits(projectId: string, delay: CommitDelay): void;
  /** Refuses all connections, open ones included, and keeps the documents. */
  pause(): Promise<void>;
  /** Serves again, at the same port. */
  resume(): Promise<void>;
  /** Ends for good. */
  stop(): Promise<void>;
}

/** Starts Firestore in memory, without Java, on 127.0.0.1. */
export async function startEmbeddedFirestore({
  port = 0,
  keptIn,
}: EmbeddedFirestoreOptions = {}): Promise<EmbeddedFirestore> {
  const databases = new Databases();
  if (keptIn !== undefined) databases.restore(keptDocuments(keptIn));
  let door = await open(databases, port);
  return {
    host: `127.0.0.1:${door.port}`,
    port: door.port,
    reset: (projectId) => databases.reset(projectId),
    delayCommits: (projectId, delay) => databases.delayCommits(projectId, delay),
    pause: () => door.close(),
    resume: async () => {
      door = await open(databases, door.port);
    },
    stop: async () => {
      if (keptIn !== undefined) keepDocuments(keptIn, databases.all());
      databases.close();
      await door.close();
    },
  };
}

interface Door {
  port: number;
  close(): Promise<void>;
}

async function open(databases: Databases, port: number): Promise<Door> {
  const server = new Server({
    "grpc.max_receive_message_length": 12 * 1024 * 1024,
    "grpc.max_send_message_length": -1,
  });
  server.addService(firestoreService(), firestoreRpcs(databases));
  server.addService(controlService, controlRpcs(databases));
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  const http = httpDoor(databases);
  const connections = new Set<Socket>();
  const door = sharedDoor((connection) => injector.injectConnection(connection), http);
  door.on("connection", (connection) => {
    connections.add(connection);
    connection.once("close", () => connections.delete(connection));
  });
  const address = `127.0.0.1:${port}`;
  try {
    await once(door.listen(port, "127.0.0.1"), "listening");
  } catch (cause) {
    throw new Error(`Firestore cannot listen on ${address}`, { cause });
  }
  return {
    port: (door.address() as AddressInfo).port,
    async close() {
      const closed = once(door, "close");
      door.close();
      await shutDown(server);
      for (const connection of connections) connection.destroy();
      await closed;
    },
  };
}

/** Closes open streams rather than waiting for them: a listener never ends by itself. */
function shutDown(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.tryShutdown(() => resolve());
    server.forceShutdown();
  });
}
