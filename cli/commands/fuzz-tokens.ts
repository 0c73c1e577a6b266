import { compare } from "../../functions/testing/tokens/fuzz";
import { parseOptions } from "../command";

/** How many tokens are compared between two lines of progress. */
const batch = 50_000;

export async function main(args: string[]): Promise<void> {
  const options = { tokens: { type: "string" }, seed: { type: "string" } } as const;
  const values = parseOptions(args, options, "fuzz-tokens");
  const tokens = Number(values.tokens ?? 1_000_000);
  let seed = Number(values.seed ?? Date.now() % 1_000_000_000);
  let accepted = 0;
  for (let tried = 0; tried < tokens; seed += 1) {
    const found = await compare({ seed, tokens: Math.min(batch, tokens - tried) });
    tried += found.tried;
    accepted += found.accepted;
    console.log(`${tried} tried, ${accepted} accepted, seed ${seed}`);
    if (found.onlyOurs.length > 0) {
      console.error("jose refuses what is accepted here:", found.onlyOurs);
      process.exitCode = 1;
      return;
    }
  }
}
