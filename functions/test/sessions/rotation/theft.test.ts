import { newSecret } from "../../../src/sessions/refresh-token";
import { begin, token, seconds, minutes, hours } from "../../../testing/sessions/session-story";

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
