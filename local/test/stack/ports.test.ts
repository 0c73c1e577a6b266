import { createServer, type Server } from "node:net";
import { Refusal } from "../../../cli/command";
import { freeOffset, portsAt, requireFree } from "../../stack/ports";

function occupy(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, "127.0.0.1", () => resolve(server));
  });
}

describe("the ports of a stack", () => {
  test("are those of the contract", () => {
    expect(portsAt(0)).toEqual({
      hosting: 5000,
      functions: 5001,
      firestore: 8080,
      auth: 9099,
      smtp: 1025,
      inbox: 1080,
      hub: 4400,
      logging: 4500,
      eventarc: 9299,
      tasks: 9499,
    });
  });

  test("all shift by the same offset", () => {
    expect(portsAt(100)).toMatchObject({ hosting: 5100, smtp: 1125, tasks: 9599 });
  });

  test.each([-1, 0.5, Number.NaN, 56_037])("refuse the offset %p", (offset) => {
    expect(() => portsAt(offset)).toThrow(
      new Refusal("The port offset must be a whole number from 0 to 56036."),
    );
  });

  test("are refused when one is taken, with its number, its purpose and a way out", async () => {
    const ports = portsAt(await freeOffset());
    await expect(requireFree(ports)).resolves.toBeUndefined();
    const occupant = await occupy(ports.auth);
    try {
      await expect(requireFree(ports)).rejects.toThrow(
        `Taken already: port ${ports.auth} (for the Auth emulator).\n` +
          "Stop what listens there (another stack, perhaps), or shift all ports of this one: --port-offset 100",
      );
    } finally {
      occupant.close();
    }
  });
});
