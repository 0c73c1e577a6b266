import { setTimeout as wait } from "node:timers/promises";

/** Resolves when the clock shows another second than now. */
export const nextSecond = (): Promise<void> => wait(1000 - (Date.now() % 1000) + 5);
