import { read } from "../../testing/docs";

type Line = Record<string, unknown>;

/** The log-based metrics of docs/operations.md: their filters by name. */
const metrics = Object.fromEntries(
  [...read("docs/operations.md").matchAll(/metrics create (\S+)[^']*'[^']*'[^']*'([^']+)'/g)].map(
    ([, name = "", filter = ""]) => [name, filter],
  ),
);

/** Says whether Cloud Logging would count a line of ours, as far as our filters use its language. */
function counts(filter: string, line: Line): boolean {
  return filter.split(" AND ").every((term) => {
    const [, field = "", operator, value = ""] = /^([\w.]+)(=~|!=|=)"(.*)"$/.exec(term) ?? [];
    if (field === "resource.type") return value === "cloud_run_revision";
    const actual = String(line[field.replace(/^jsonPayload\./, "")]);
    if (operator === "=~") return new RegExp(value).test(actual);
    return (actual === value) === (operator === "=");
  });
}

/** Writes lines by the code that writes them when deployed, and reads them as Cloud Logging does. */
async function written(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const level of ["info", "warn", "error"] as const) {
    jest.spyOn(console, level).mockImplementation((line: unknown) => {
      lines.push(JSON.parse(String(line)) as Line);
    });
  }
  // The SDK's logger writes to the console it finds when it is loaded.
  const { logRequest } = await import("../../src/endpoints/security-log");
  const { logFailure } = await import("../../src/endpoints/wire");
  const { unavailable } = await import("../../src/errors");
  const logger = await import("firebase-functions/logger");
  const requestId = "0af7651916cd43dd8448eb211c80319c";
  logFailure(unavailable("Firestore", { code: 14 }), { requestId });
  logFailure(new TypeError("x is not a function"), { requestId });
  logRequest({ requestId, operation: "generateToken", code: "invalid-credentials" });
  logRequest({ requestId, operation: "updateUser", actor: "grace", target: "ada" });
  logRequest({ requestId, operation: "updateUser", actor: "ada", code: "not-allowed" });
  logRequest({ requestId, operation: "register", actor: "ada" });
  const [, mailFailed = ""] =
    /logger\.error\("(Mail failed)"/.exec(read("functions/src/endpoints/triggers.ts")) ?? [];
  logger.error(mailFailed, { id: "1", reason: "EENVELOPE 550" });
  const { logLiveState } = await import("../../src/composition/operator-log");
  logLiveState({ event: "loaded", entries: 12, ageMilliseconds: 40 });
  logLiveState({ event: "stale", entries: 12, ageMilliseconds: 1_900 });
  logLiveState({ event: "crowded", entries: 50_001, ageMilliseconds: null });
  const { appCheckFailed, limitReached, passwordUnchecked } =
    await import("../../src/composition/operator-log");
  limitReached("sign-in-account", "hash");
  passwordUnchecked(new DOMException("late", "TimeoutError"));
  appCheckFailed("missing");
  return lines;
}

test("each metric of docs/operations.md counts the lines it is for, and no others", async () => {
  const lines = await written();
  expect(lines).toHaveLength(13);
  const counted = Object.entries(metrics).map(([name, filter]) => [
    name,
    lines.flatMap((line, index) => (counts(filter, line) ? [index] : [])),
  ]);
  expect(Object.fromEntries(counted)).toEqual({
    "auth-outages": [0],
    "auth-bugs": [1],
    "auth-refusals": [2, 4],
    "auth-wrong-passwords": [2],
    "auth-user-changes": [3],
    "auth-mails-failed": [6],
    "auth-live-state": [8, 9],
    "auth-limits-reached": [10],
    "auth-passwords-unchecked": [11],
    "auth-app-check": [12],
  });
});
