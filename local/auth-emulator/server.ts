import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import "./strict.js";
import { createApp } from "firebase-tools/lib/emulator/auth/server";

/** An Auth emulator in this process. */
export interface AuthEmulator {
  /** What `FIREBASE_AUTH_EMULATOR_HOST` is to be set to. */
  host: string;
  /** Refuses all connections, open ones included, and keeps the accounts. */
  pause(): Promise<void>;
  /** Serves again, at the same port. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

export interface AuthEmulatorOptions {
  /** The project that calls with an API key are for. */
  projectId: string;
  /** Default 0: any free one. */
  port?: number;
}

/** Starts the Auth emulator without the Firebase CLI, corrected as on the local stack. It calls no triggers. */
export async function startAuthEmulator({
  projectId,
  port = 0,
}: AuthEmulatorOptions): Promise<AuthEmulator> {
  const app = await createApp(projectId);
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = app.listen(port, "127.0.0.1", () => resolve(listening));
    listening.on("error", reject);
  });
  const { port: taken } = server.address() as AddressInfo;
  const pause = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    host: `127.0.0.1:${taken}`,
    pause,
    resume: () => new Promise((resolve) => server.listen(taken, "127.0.0.1", resolve)),
    stop: pause,
  };
}
