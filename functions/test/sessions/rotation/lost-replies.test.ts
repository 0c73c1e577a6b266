import { begin, token, seconds, hours } from "../../../testing/sessions/session-story";

describe("rotation", () => {
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
});
