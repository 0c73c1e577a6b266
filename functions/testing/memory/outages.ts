import { AuthError } from "../../src/errors";
import type { Ports } from "../../src/ports";

/** The ports that reach others, who may be away. */
const remote = [
  "signIn",
  "accounts",
  "actionCodes",
  "users",
  "records",
  "sessions",
  "outbox",
] as const;

/** Ports of which one call, counted from 1, finds nobody there; every other one goes through. */
export function failingAt(call: number, ports: Ports): { ports: Ports; failed: () => boolean } {
  let calls = 0;
  const guarded = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== "function") return method;
        return (...args: unknown[]): unknown => {
          calls += 1;
          if (calls === call) return Promise.reject(new AuthError("unavailable"));
          return Reflect.apply(method, target, args);
        };
      },
    });
  const replaced = Object.fromEntries(remote.map((name) => [name, guarded(ports[name])]));
  return { ports: { ...ports, ...replaced }, failed: () => calls >= call };
}
