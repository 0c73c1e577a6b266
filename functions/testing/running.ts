/**
 * Starts something before the tests that follow and stops it after them; what it gives is there while
 * they run.
 */
export function running<Started extends { stop(): Promise<void> }>(
  start: () => Promise<Started>,
): Started {
  const started: Partial<Started> = {};
  beforeAll(async () => {
    Object.assign(started, await start());
  });
  // What never started has already failed every test.
  afterAll(() => started.stop?.());
  return started as Started;
}
