import type { Ports } from "../../src/ports";

/** Ports whose clock can be put forward. */
export interface LaterPorts extends Ports {
  /** Puts the clock forward. */
  pass(milliseconds: number): void;
}

/** Ports with a clock that goes with this process's own, and further when it is told. */
export function later(ports: Ports): LaterPorts {
  let ahead = 0;
  return {
    ...ports,
    clock: {
      ...ports.clock,
      now() {
        const { steady, wall } = ports.clock.now();
        return { steady: steady + ahead, wall: wall + ahead };
      },
    },
    pass(milliseconds) {
      ahead += milliseconds;
    },
  };
}
