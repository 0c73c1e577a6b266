import { randomBytes } from "node:crypto";
import { authKeys } from "../../../src/auth-keys";
import { newSecret } from "../../../src/sessions/refresh-token";
import { judge } from "../../../src/sessions/rotation";
import { begin, token, keys, seconds, hours } from "../../../testing/sessions/session-story";

describe("what is stored", () => {
  test("opens nothing without the client's token, nor with the token of another session", () => {
    const session = begin();
    session.pass(1 * hours);
    session.show(session.first);
    const text = JSON.stringify(session.stored());
    expect(text).not.toContain("firebase-1");
    expect(text).not.toContain(Buffer.from(session.first.secret).toString("base64url"));
    const thiefs = { ...session.first, secret: newSecret() };
    expect(judge(session.stored(), thiefs, Date.UTC(2026, 0, 1), keys)).toEqual({ kind: "stolen" });
  });

  test("opens nothing without the server's keys", () => {
    const session = begin();
    const others = authKeys([randomBytes(32)]);
    expect(judge(session.stored(), session.first, Date.UTC(2026, 0, 1), others)).toEqual({
      kind: "stolen",
    });
  });

  test("stays small, however long a session lives", () => {
    const session = begin();
    let newest = session.first;
    for (let turn = 0; turn < 200; turn += 1) {
      session.pass(30 * seconds);
      newest = token(session.show(newest));
    }
    expect(session.stored().predecessors.length).toBeLessThanOrEqual(3);
  });
});
