import type { EmulatorCommands } from "../processes/emulators";
import { processorMilliseconds, type Subject } from "../sample";

/** Milliseconds of a processor that something takes, whatever else the machine does. */
export interface ProcessorTime {
  /** In this process. */
  readonly here: number;
  /** In that of the emulators. */
  readonly emulators: number;
}

/** Does each a few times, and says what it took of the processor. */
export async function processorTimes(
  subjects: readonly Subject[],
  { processor }: Pick<EmulatorCommands, "processor">,
): Promise<Map<string, ProcessorTime>> {
  const times = new Map<string, ProcessorTime>();
  const repeats = 4;
  for (const { name, run } of subjects) {
    const [here, there] = [processorMilliseconds(), await processor()];
    for (let n = 0; n < repeats; n += 1) await run();
    times.set(name, {
      here: (processorMilliseconds() - here) / repeats,
      emulators: ((await processor()) - there) / repeats,
    });
  }
  return times;
}
