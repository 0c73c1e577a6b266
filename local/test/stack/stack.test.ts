import { setTimeout as sleep } from "node:timers/promises";
import { nothing, RunningStack } from "./running-stack";

describe("npm start", () => {
  let stack: RunningStack;
  beforeEach(async () => {
    stack = await RunningStack.start();
  });
  afterEach(() => stack.dispose());

  test("says ready last, serves, and leaves nothing behind when it is told to stop", async () => {
    await stack.printed("ready\n");
    expect(stack.output.trimEnd().split("\n").at(-1)).toBe("ready");
    const reply = await fetch(`http://127.0.0.1:${stack.ports.hosting}/api/health`);
    await expect(reply.json()).resolves.toEqual({ status: "ok" });
    expect(stack.output).not.toContain("⚠");

    const emulators = await stack.emulators();
    const begin = performance.now();
    stack.process.kill("SIGTERM");
    await expect(stack.exit()).resolves.toBe(0);
    expect(performance.now() - begin).toBeLessThan(10_000);
    await expect(stack.leftovers(emulators)).resolves.toEqual(nothing);
  });

  test("says so and stops everything when the emulators die", async () => {
    await stack.printed("ready\n");
    const emulators = await stack.emulators();
    process.kill(emulators, "SIGKILL");
    await expect(stack.exit()).resolves.toBe(1);
    expect(stack.output).toContain("The emulators ended (SIGKILL).");
    await expect(stack.leftovers(emulators)).resolves.toEqual(nothing);
  });

  test("stops everything when it is killed during its start", async () => {
    await stack.printed("Starting the Firebase emulators\n");
    const emulators = await stack.emulators();
    stack.process.kill("SIGKILL");
    await expect(stack.exit()).resolves.toBeNull();
    const deadline = performance.now() + 10_000;
    let left = await stack.leftovers(emulators);
    while (performance.now() < deadline && JSON.stringify(left) !== JSON.stringify(nothing)) {
      await sleep(100);
      left = await stack.leftovers(emulators);
    }
    expect(left).toEqual(nothing);
  });
});
