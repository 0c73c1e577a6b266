import { randomBytes } from "node:crypto";
import { authKeys } from "../../src/auth-keys";
import { newSecret } from "../../src/sessions/refresh-token";
import { judge } from "../../src/sessions/rotation";
import { begin, token, keys, seconds, minutes, hours } from "../../testing/sessions/session-story";

describe("rotation", () => {
  test("brings the same token within 30 s, and another one later", () => {
    const session = begin();
    session.pass(29 * seconds);
    expect(session.show(session.first)).toEqual(session.first);
    session.pass(1 * seconds);
    const second = token(session.show(session.first));
    expect(second.generation).toBe(2);
    expect(second.secret).not.toEqual(session.first.secret);
    expect(session.firebaseToken(second)).toBe("firebase-1");
  });

  test("brings two tabs, or twenty renewals at once, the same successor", () => {
    const session = begin();
    session.pass(1 * hours);
    const tokens = Array.from({ length: 20 }, () => token(session.show(session.first)));
    expect(new Set(tokens.map(({ generation }) => generation))).toEqual(new Set([2]));
    session.pass(59 * seconds);
    expect(token(session.show(session.first)).generation).toBe(2);
  });

  test("brings a tab that is two tokens behind within a minute the newest one", () => {
    const session = begin();
    session.pass(1 * hours);
    const second = token(session.show(session.first));
    session.pass(31 * seconds);
    const third = token(session.show(second));
    session.pass(28 * seconds);
    expect(session.show(session.first)).toEqual(third);
    session.pass(1 * hours);
    expect(token(session.show(third)).generation).toBe(4);
  });

  test.each([61 * seconds, 1 * hours, 9 * 24 * hours])(
    "gives a client whose reply was lost %d ms ago a new successor",
    (gone) => {
      const session = begin();
      session.pass(1 * hours);
      session.show(session.first);
      session.pass(gone);
      const third = token(session.show(session.first));
      expect(third.generation).toBe(3);
      session.pass(1 * hours);
      expect(token(session.show(third)).generation).toBe(4);
    },
  );

  test("forgives any number of lost replies in a row", () => {
    const session = begin();
    for (let lost = 0; lost < 5; lost += 1) {
      session.pass(1 * hours);
      session.show(session.first);
    }
    session.pass(1 * hours);
    expect(token(session.show(session.first)).generation).toBe(7);
  });

  test("keeps the Firebase token that a renewal brought", () => {
    const session = begin();
    session.pass(10 * seconds);
    session.show(session.first, "firebase-2");
    expect(session.firebaseToken(session.first)).toBe("firebase-2");
    session.pass(1 * hours);
    const second = token(session.show(session.first, "firebase-3"));
    expect(session.firebaseToken(second)).toBe("firebase-3");
  });
});

describe("theft is noticed", () => {
  test("when a token comes after its successor was used", () => {
    const session = begin();
    session.pass(1 * hours);
    const second = token(session.show(session.first));
    session.pass(10 * seconds);
    session.show(second);
    session.pass(51 * seconds);
    expect(session.show(session.first)).toBe("stolen");
  });

  test("when a token comes long after several others", () => {
    const session = begin();
    let newest = session.first;
    for (let turn = 0; turn < 4; turn += 1) {
      session.pass(1 * hours);
      newest = token(session.show(newest));
    }
    expect(session.show(session.first)).toBe("stolen");
    expect(session.show(newest)).toEqual(newest);
  });

  test("when a token comes that was retired unused", () => {
    const session = begin();
    session.pass(1 * hours);
    const thiefs = token(session.show(session.first));
    session.pass(2 * minutes);
    const victims = token(session.show(session.first));
    expect(session.show(thiefs)).toBe("stolen");
    expect(session.show(victims)).toEqual(victims);
  });

  test("at the second turn of a thief and a victim who take turns", () => {
    const session = begin();
    session.pass(1 * hours);
    const thiefs = token(session.show(session.first));
    session.pass(1 * hours);
    const used = token(session.show(thiefs));
    session.pass(1 * hours);
    expect(session.show(session.first)).toBe("stolen");
    expect(session.show(used)).not.toBe("stolen");
  });

  test("when a token was made with the server's key for a session that never had it", () => {
    const session = begin();
    expect(session.show({ ...session.first, secret: newSecret() })).toBe("stolen");
    expect(session.show({ ...session.first, generation: 2 })).toBe("stolen");
  });
});

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
