interface Lane {
  running: number;
  readonly waiting: (() => void)[];
}

/** Lets a few at a time through for each name; the others wait for their turn. */
export type InLane = <Result>(
  name: string,
  width: number,
  make: () => Promise<Result>,
) => Promise<Result>;

export function lanes(): InLane {
  const open = new Map<string, Lane>();

  return async function inLane(name, width, make) {
    const lane = open.get(name) ?? { running: 0, waiting: [] };
    open.set(name, lane);
    if (lane.running >= width) await new Promise<void>((go) => lane.waiting.push(go));
    else lane.running += 1;
    try {
      return await make();
    } finally {
      const next = lane.waiting.shift();
      if (next) next();
      else if (--lane.running === 0) open.delete(name);
    }
  };
}
