import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Settings } from "../../src/config";
import { type Backend, startBackend } from "../backend";
import { running } from "../running";
import type { InstanceCommands, InstanceOptions } from "./instance";
import { askable, heard, killProcess, startProcess } from "./processes";

/** An instance of the functions in a process of its own. */
export type Instance = InstanceCommands & {
  /** Waits until it has stopped where it was told to. */
  stopped(): Promise<void>;
  /** Kills it as a machine that goes down does. */
  kill(): Promise<void>;
};

const commands = [
  "authorize",
  "signIn",
  "renew",
  "endSession",
  "revoke",
  "changeRole",
  "sweep",
  "age",
] as const;

/** A backend for the tests that follow, and instances beside it. */
export function runningInstances(): { backend: Backend; instances: Instances } {
  const instances = new Instances(() => backend);
  afterAll(() => instances.stop());
  const backend = running(startBackend);
  return { backend, instances };
}

/** Starts instances that share a backend's emulators, and ends them with `stop`. */
export class Instances {
  readonly #running = new Set<ChildProcess>();

  constructor(readonly backend: () => Backend) {}

  async start({
    settings,
    ...options
  }: Partial<Omit<InstanceOptions, "settings">> & {
    settings?: Partial<Settings>;
  } = {}): Promise<Instance> {
    const instance: InstanceOptions = {
      ...options,
      settings: { ...this.backend().ports.settings, ...settings },
    };
    const env = { INSTANCE: JSON.stringify(instance) };
    const child = await startProcess(join(__dirname, "instance.ts"), { env });
    this.#running.add(child);
    return {
      ...askable<InstanceCommands>(child, commands),
      stopped: () => heard(child, "stopped"),
      kill: () => this.#kill(child),
    };
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#running].map((child) => this.#kill(child)));
  }

  async #kill(child: ChildProcess): Promise<void> {
    this.#running.delete(child);
    await killProcess(child);
  }
}
