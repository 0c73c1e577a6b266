import { setImmediate as turn } from "node:timers/promises";
import { liveState, type LiveState, type LiveStateOptions } from "../../src/access/live/live-state";
import { verdict } from "../tokens/verdict";
import { ManualClock } from "./manual-clock";
import { ScriptedStates } from "./scripted-states";

export const second = 1_000;
export const minute = 60_000;

/** The calls of an instance that loads for the first time. */
export const firstLoad = [
  `tallySince ${65 * minute}`,
  "pending",
  `changedSince ${65 * minute}`,
] as const;

/** The count of an instance whose last reading is `seconds` old. */
export const tally = (seconds: number): string => `tallySince ${5 * minute + seconds * second}`;

export interface LiveScene {
  scene: { clock: ManualClock; states: ScriptedStates; live: LiveState };
  /** Starts again, with documents as they are before anybody reads them. */
  begin(options?: Partial<LiveStateOptions>): void;
  /** Lets everything finish that is under way and not held back. */
  settled(): Promise<void>;
  /** Starts again, and loads. */
  loaded(options?: Partial<LiveStateOptions>): Promise<void>;
  disabled(uid: string): Promise<unknown>;
}

/** A live state on scripted documents and a clock that is set by hand, afresh for each test that follows. */
export function liveScene(): LiveScene {
  const scene = {} as LiveScene["scene"];
  beforeEach(() => {
    scene.clock = new ManualClock();
    scene.states = new ScriptedStates(() => scene.clock.now().wall);
  });

  const begin: LiveScene["begin"] = (options = {}) => {
    scene.live = liveState(scene.states, { maxAgeSeconds: 5, clock: scene.clock.now, ...options });
  };
  const settled = () => turn();

  return {
    scene,
    begin,
    settled,
    async loaded(options = {}) {
      begin(options);
      await scene.live.find("nobody");
      await settled();
      scene.states.newCalls();
    },
    disabled: (uid) => verdict(async () => (await scene.live.find(uid))?.disabled ?? false),
  };
}
