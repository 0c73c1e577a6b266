import { startBackend } from "../testing/backend";

test("a backend can be stopped while a live state is read, in several steps, for nobody who waits", async () => {
  const { ports, stop } = await startBackend();
  // Waits for one document alone, and begins to read all recent changes. What such a reading rejects after the end nobody
  // would hear of, so Jest has the test fail.
  const one = Promise.resolve(ports.live.find("somebody")).catch(() => undefined);
  await stop();
  expect(await one).toBeUndefined();
});
