import { missingForOfficial } from "../../local/official-firestore/emulator";
import { Refusal } from "../command";

const wishes = ["embedded", "official", "both"] as const;

/** Takes `--firestore <which>` out of what Jest gets. */
export function takeFirestore(args: string[]): {
  firestore: (typeof wishes)[number];
  rest: string[];
} {
  const at = args.indexOf("--firestore");
  if (at < 0) return { firestore: "embedded", rest: args };
  const firestore = wishes.find((wish) => wish === args[at + 1]);
  if (!firestore) {
    throw new Refusal(`--firestore is one of ${wishes.join(", ")}: not "${args[at + 1] ?? ""}".`);
  }
  const missing = firestore === "official" ? missingForOfficial(process.env) : undefined;
  if (missing !== undefined) throw new Refusal(`For the official Firestore emulator, ${missing}.`);
  return { firestore, rest: args.toSpliced(at, 2) };
}
