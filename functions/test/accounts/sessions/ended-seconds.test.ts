import { withEnded } from "../../../src/accounts/sessions/ended-seconds";
import type { StoredState } from "../../../src/users/account-record";
import { noState } from "../../../testing/memory/records";

const minute = 60_000;
const now = Date.UTC(2026, 0, 1);
const state = (fields: Partial<StoredState>): StoredState => ({ ...noState, ...fields });

describe("sessions that were ended by themselves", () => {
  test("are remembered with the time, each once", () => {
    expect(withEnded(undefined, [7, 5, 7], now)).toEqual({
      endedSessions: [5, 7],
      endedSessionsAt: [now, now],
    });
  });

  test("are forgotten after 65 minutes and not before", () => {
    const before = state({
      endedSessions: [5, 6],
      endedSessionsAt: [now - 65 * minute, now - 65 * minute + 1],
    });
    expect(withEnded(before, [], now)).toEqual({
      endedSessions: [6],
      endedSessionsAt: [now - 65 * minute + 1],
    });
  });

  test("are remembered afresh where an earlier version did not say when", () => {
    expect(withEnded(state({ endedSessions: [5] }), [], now)).toEqual({
      endedSessions: [5],
      endedSessionsAt: [now],
    });
  });

  test("need not be remembered where all as old as they have ended", () => {
    const before = state({
      validAfter: 6,
      endedSessions: [5, 7],
      endedSessionsAt: [now, now],
    });
    expect(withEnded(before, [6, 8], now)).toMatchObject({ endedSessions: [7, 8] });
  });

  test("end all as old as the oldest where there are too many, so that none is forgotten", () => {
    const seconds = Array.from({ length: 502 }, (_, second) => 1000 + second);
    const write = withEnded(undefined, seconds, now);
    expect(write.validAfter).toBe(1001);
    expect(write.endedSessions).toEqual(seconds.slice(2));
  });
});
