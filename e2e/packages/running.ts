import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "jsonc-parser";
import { eventually } from "../../local/demo/patience";
import { startEmbeddedFirestore } from "../../local/firestore";
import { freeOffset } from "../../local/ports/free-ports";
import { addressesOf, portsAt } from "../../local/ports/ports";
import { startEmulators } from "../../local/stack/emulators";
import { cleanEnvironment } from "../../local/stack/isolation";
import { localParameters, localSecrets, writeParameterFiles } from "../../local/stack/parameters";
import type { Project } from "./project";

/** What a function answered. */
export interface Answer {
  status: number;
  result?: unknown;
  /** `details.code` of a refusal. */
  code?: string;
}

/** A project in the Firebase emulators, as its own `firebase.json` describes it. */
export interface Running {
  /** Where it runs: the local stack's offset, and what the SDKs and our commands are told. */
  readonly stack: { projectId: string; offset: number; auth: string; firestore: string };
  /** Calls a callable function as a client would, or hands a task to a task function. */
  call(name: string, data: object, token?: string): Promise<Answer>;
  /** Asks an HTTPS function. */
  get(path: string, token?: string): Promise<Answer & { body: unknown }>;
  /** Signs up somebody whose address is verified, and signs them in. @param group - what stands before the functions' names. */
  member(group?: string): Promise<{ id: string; accessToken: string }>;
  /** Signs up somebody with Firebase's own API, as its SDK does, and returns their token. */
  signUp(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts a project's functions.
 *
 * @param backEnd - the folder whose functions are the back end's, which get the parameters.
 */
export async function start(project: Project, backEnd?: string): Promise<Running> {
  const offset = await freeOffset();
  const ports = portsAt(offset);
  const addresses = addressesOf(ports);
  const projectId = `demo-packages-${offset}`;
  const file = project.path("firebase.json");
  const own = parse(readFileSync(file, "utf8")) as object;
  const at = (port: number) => ({ host: "127.0.0.1", port });
  const { auth, functions, hub, logging, eventarc, tasks } = ports;
  const emulators = {
    ...{ auth: at(auth), functions: at(functions), hub: at(hub), logging: at(logging) },
    ...{ eventarc: at(eventarc), tasks: at(tasks), ui: { enabled: false } },
  };
  writeFileSync(file, JSON.stringify({ ...own, emulators }));
  if (backEnd !== undefined) {
    writeParameterFiles(project.path(backEnd), localParameters(ports), localSecrets(ports));
  }
  const firestore = await startEmbeddedFirestore({ port: ports.firestore });
  const breakOff = new AbortController();
  const running = startEmulators({
    folder: project.folder,
    projectId,
    only: ["auth", "functions"],
    environment: { ...cleanEnvironment(), FIRESTORE_EMULATOR_HOST: addresses.firestore },
    logFile: project.path("emulators.log"),
    functions: { line: () => undefined, loaded: () => undefined, notLoaded: () => undefined },
    signal: breakOff.signal,
  });
  const stop = async () => {
    await running.stop();
    await firestore.stop();
  };
  await running.ready.catch(async (error: unknown) => {
    await stop();
    throw error;
  });

  const url = (path: string) => `http://${addresses.functions}/${projectId}/us-central1/${path}`;
  const bearer = (token?: string) =>
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  const call = async (name: string, data: object, token?: string): Promise<Answer> => {
    const reply = await fetch(url(name), {
      method: "POST",
      headers: { "content-type": "application/json", ...bearer(token) },
      body: JSON.stringify({ data }),
    });
    // A task that is done has no content.
    return { status: reply.status, ...(reply.status !== 204 && read(await reply.json())) };
  };
  const get = async (path: string, token?: string) => {
    const reply = await fetch(url(path), { headers: bearer(token) });
    const body: unknown = await reply.json();
    return { status: reply.status, ...read(body), body };
  };

  const atFirebase = async (path: string, body: object): Promise<Record<string, string>> => {
    // Who sends a key is a client; who sends none, an administrator.
    const authorization = path.includes("?key=") ? undefined : "Bearer owner";
    const address = `http://${addresses.auth}/identitytoolkit.googleapis.com/v1/${path}`;
    const reply = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", ...(authorization && { authorization }) },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`The Auth emulator answered ${reply.status}`);
    return (await reply.json()) as Record<string, string>;
  };
  const password = "correct horse battery";
  const newEmail = () => `${randomUUID()}@example.com`;

  const signUp = async () => {
    const { idToken } = await atFirebase("accounts:signUp?key=any", {
      ...{ email: newEmail(), password, returnSecureToken: true },
    });
    return idToken ?? "";
  };

  const member = async (group = "") => {
    const email = newEmail();
    const names = { firstName: "Ada", lastName: "Lovelace" };
    const { result } = await call(`${group}register`, { email, password, ...names });
    const { id } = result as { id: string };
    const verified = { localId: id, emailVerified: true };
    await atFirebase(`projects/${projectId}/accounts:update`, verified);
    const signedIn = await call(`${group}generateToken`, { email, password });
    return signedIn.result as { id: string; accessToken: string };
  };
  const { auth: authHost, firestore: firestoreHost } = addresses;
  const stack = { projectId, offset, auth: authHost, firestore: firestoreHost };
  return { stack, call, get, member, signUp, stop };
}

function read(body: unknown): Pick<Answer, "result" | "code"> {
  const { result, error } = body as { result?: unknown; error?: { details?: { code: string } } };
  return error ? { code: error.details?.code ?? "without a code" } : { result };
}

/** Asks until the answer has this code: another instance hears of a change within the maximum age. */
export async function refusedWith(code: string, ask: () => Promise<Answer>): Promise<Answer> {
  return eventually(ask, (answer) => answer.code === code, 20_000);
}
