import { begin, token, seconds, hours } from "../../../testing/sessions/session-story";

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
