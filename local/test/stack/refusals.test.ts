import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freeOffset, requireFree } from "../../ports/free-ports";
import { portsAt } from "../../ports/ports";
import { startStack } from "../../stack/stack";

const root = join(__dirname, "../../..");

describe("a stack that can't start", () => {
  const { TMPDIR } = process.env;
  let functions: string;
  let temporary: string;
  beforeEach(() => {
    // A folder for temporary files that nobody else uses meanwhile.
    temporary = mkdtempSync(join(tmpdir(), "refusals-"));
    functions = mkdtempSync(join(tmpdir(), "functions-"));
    mkdirSync(join(functions, "src"));
    cpSync(join(root, "functions/package.json"), join(functions, "package.json"));
    symlinkSync(join(root, "functions/node_modules"), join(functions, "node_modules"));
    for (const entry of ["kit", "library"]) write(entry, "export {};");
    process.env.TMPDIR = temporary;
  });
  afterEach(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(functions, { recursive: true });
    rmSync(temporary, { recursive: true });
  });

  const write = (name: string, source: string) =>
    writeFileSync(join(functions, "src", `${name}.ts`), source);

  const leftBehind = () => readdirSync(temporary);

  async function start(portOffset: number): Promise<void> {
    await startStack({ projectId: `demo-broken-${portOffset}`, portOffset, functions });
  }

  test("names the functions' flaw when they do not load, and leaves nothing", async () => {
    write("index", 'throw new Error("out of order");');
    const offset = await freeOffset();
    await expect(start(offset)).rejects.toThrow(/^The functions did not load\.[^]*out of order/);
    await expect(requireFree(portsAt(offset))).resolves.toBeUndefined();
    expect(leftBehind()).toEqual([]);
  });

  test("names the source that can't be built", async () => {
    write("index", "export const api = ;");
    await expect(start(await freeOffset())).rejects.toThrow(/index\.ts:1:19/);
    expect(leftBehind()).toEqual([]);
  });

  test("names the port that is taken", async () => {
    write("index", "export {};");
    const offset = await freeOffset();
    const { inbox } = portsAt(offset);
    const occupant = createServer().listen(inbox, "127.0.0.1");
    try {
      await expect(start(offset)).rejects.toThrow(`${inbox} (for the inbox)`);
    } finally {
      occupant.close();
    }
  });

  test("starts nothing when it is called off at once", async () => {
    write("index", "export {};");
    const calledOff = new Error("called off");
    await expect(
      startStack({
        projectId: "demo-called-off",
        portOffset: await freeOffset(),
        functions,
        signal: AbortSignal.abort(calledOff),
      }),
    ).rejects.toBe(calledOff);
  });
});
