import type { StoredActivity } from "../../src/activity/activity";
import type { Settings } from "../../src/config";
import type { AuthDTO } from "../../src/operation/replies";
import { generateToken } from "../../src/operations/sign-in/generate-token";
import type { Ports } from "../../src/ports";
import type { StoredState } from "../../src/users/account-record";
import { clientWith } from "../client";
import { type MemoryBackend, memoryBackend } from "../memory/backend";
import { password } from "../parameters";
import { later, type LaterPorts } from "./later";

/** What a browser's requests say of where they come from. */
export const browserHeaders = {
  "user-agent":
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
  "x-forwarded-for": "203.0.113.7",
};

/** The same in our words. */
export const browser = { device: "Chrome on macOS", place: "203.0.113.0/24" };

export interface Somebody extends Pick<MemoryBackend, "auth" | "mails" | "nextSecond" | "service"> {
  id: string;
  email: string;
  ports: LaterPorts;
  /**
   * Signs in with the password, unless `more` names another one.
   *
   * @param cookie - the refresh token that comes along.
   */
  signIn(more?: object, cookie?: string, reached?: Ports): Promise<AuthDTO>;
  /** What the trail says of them, newest first, but for what the project's own code did. */
  trail(): Promise<StoredActivity[]>;
  /** The ids of the sessions that are stored, newest first. */
  stored(): Promise<string[]>;
  state(): Promise<StoredState | undefined>;
}

/** A user in memory who has no session, and signs in with a browser. */
export async function somebody(changed: Partial<Settings> = {}): Promise<Somebody> {
  const backend = memoryBackend(changed);
  const { id, email } = await backend.newUser();
  await backend.ports.sessions.removeAll(id);
  await backend.nextSecond();
  backend.mails.length = 0;
  const ports = later(backend.ports);
  const { auth, mails, nextSecond, service } = backend;

  return {
    ...{ auth, id, email: email!, mails, nextSecond, ports, service },
    signIn: (more: object = {}, cookie?: string, reached = ports) =>
      generateToken.perform(
        { email, password, ...more },
        { ...clientWith(undefined, browserHeaders), refreshToken: cookie },
        reached,
      ),
    trail: async () =>
      (await ports.activity.list({ userId: id, limit: 99 })).filter(
        ({ device }) => device !== "Server",
      ),
    stored: async () => (await ports.sessions.list(id)).map((session) => session.id),
    state: async () => (await ports.records.read(id)).state,
  };
}
