import { createServer, type Server } from "node:net";
import { Refusal } from "../../../cli/command";
import { freeOffset, requireFree } from "../../ports/free-ports";
import { isPossible, portsAt } from "../../ports/ports";

function occupy(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, "127.0.0.1", () => resolve(server));
  });
}

/** The offsets that users are told of. */
const hundreds = Array.from({ length: 70 }, (_, index) => 100 * index);

describe("the ports of a stack", () => {
  test("are those of the contract where clients use them", () => {
    expect(portsAt(0)).toMatchObject({
      hosting: 5000,
      functions: 5001,
      firestore: 8080,
      auth: 9099,
      smtp: 1025,
      inbox: 1080,
    });
  });

  test("all shift by the same offset", () => {
    expect(portsAt(100)).toMatchObject({ hosting: 5100, smtp: 1125, tasks: 5105 });
  });

  test("are no other stack's at any multiple of 100 up to 6,900", () => {
    const possible = hundreds.filter(isPossible);
    const all = possible.flatMap((offset) => Object.values(portsAt(offset)));
    expect(new Set(all).size).toBe(all.length);
    expect(hundreds.filter((offset) => !isPossible(offset))).toEqual([1000, 2000]);
  });

  test.each([-1, 0.5, Number.NaN, 56_437])("refuse the offset %p", (offset) => {
    expect(() => portsAt(offset)).toThrow(
      new Refusal("The port offset must be a whole number from 0 to 56436."),
    );
  });

  test.each([
    [1000, "6000 (for the Hosting emulator)"],
    [2000, "10080 (for Firestore)"],
    [59, "5060 (for the Functions emulator)"],
  ])("refuse the offset %p, for browsers refuse port %s", (offset, port) => {
    expect(() => portsAt(offset)).toThrow(
      new Refusal(`Browsers refuse port ${port}: choose another port offset than ${offset}.`),
    );
  });

  test("are refused when one is taken, with its number, its purpose and an offset that is free", async () => {
    const ports = portsAt(await freeOffset());
    await expect(requireFree(ports)).resolves.toBeUndefined();
    const occupant = await occupy(ports.auth);
    try {
      const refusal = await requireFree(ports).then(() => "", String);
      expect(refusal).toContain(`Already taken: port ${ports.auth} (for the Auth emulator).`);
      const [, offset] = /shift all ports of this one: --port-offset (\d+)$/.exec(refusal) ?? [];
      await expect(requireFree(portsAt(Number(offset)))).resolves.toBeUndefined();
    } finally {
      occupant.close();
    }
  });
});
