/** What was started and must be stopped, the last first. */
export class Stops {
  readonly #stops: (() => Promise<void> | void)[] = [];
  #running: Promise<void> | undefined;

  add(stop: () => Promise<void> | void): void {
    this.#stops.push(stop);
  }

  /** Adds what is being started, once it is. */
  async started<T extends { stop(): Promise<void> | void }>(starting: Promise<T>): Promise<T> {
    const running = await starting;
    this.add(() => running.stop());
    return running;
  }

  /** Stops everything, once, however often it is called. A failure does not keep the rest from being stopped. */
  run(): Promise<void> {
    return (this.#running ??= this.#run());
  }

  async #run(): Promise<void> {
    const failures: unknown[] = [];
    for (const stop of this.#stops.reverse()) {
      try {
        await stop();
      } catch (failure) {
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, "Not everything could be stopped");
  }
}
