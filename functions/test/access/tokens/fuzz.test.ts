import { join } from "node:path";
import { askable, killProcess, startProcess } from "../../../testing/instances/processes";
import type { FuzzCommands } from "../../../testing/tokens/fuzz";

test("every token that is accepted is one that jose accepts too, of 4,000 with flaws", async () => {
  const child = await startProcess(join(__dirname, "../../../testing/tokens/fuzz.ts"));
  try {
    const fuzz = askable<FuzzCommands>(child, ["compare"]);
    const { accepted, onlyOurs } = await fuzz.compare({ seed: 1, tokens: 4_000 });
    expect(onlyOurs).toEqual([]);
    // Enough get that far, or nothing was compared.
    expect(accepted).toBeGreaterThan(50);
  } finally {
    await killProcess(child);
  }
});
