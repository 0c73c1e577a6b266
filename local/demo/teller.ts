import { inspect } from "node:util";
import { Refusal } from "../../cli/command";

/** A call was refused; `code` is the one of the refusal's details. */
export interface Refused {
  refused: string;
  message: string;
}

/** Tells a story step by step, and stops at the first step that turns out otherwise. */
export class Teller {
  #steps = 0;

  constructor(private readonly print: (line: string) => void) {}

  /** Begins a part of the story. */
  chapter(title: string): void {
    this.print(`\n${title}`);
  }

  /** Takes a step, prints its reply, and requires that the reply contains `expected`. */
  async step<T>(what: string, act: () => Promise<T>, expected?: unknown): Promise<T> {
    this.#steps += 1;
    this.print(`\n${String(this.#steps).padStart(3)}. ${what}`);
    const reply = await act();
    this.print(`     → ${shown(reply)}`);
    if (expected !== undefined && !holds(reply, expected)) {
      throw new Refusal(
        `Step ${this.#steps} went another way: it should have brought ${shown(expected)}.`,
      );
    }
    return reply;
  }
}

/** Says whether `reply` contains all of `expected`; it may contain more. */
function holds(reply: unknown, expected: unknown): boolean {
  if (typeof expected !== "object" || expected === null) return reply === expected;
  if (typeof reply !== "object" || reply === null) return false;
  return Object.entries(expected).every(([key, value]) =>
    holds((reply as Record<string, unknown>)[key], value),
  );
}

/** On as few lines as possible, with tokens cut short: they are as good as a password. */
function shown(reply: unknown): string {
  return inspect(shortened(reply), { breakLength: 96, depth: 4, colors: false }).replaceAll(
    "\n",
    "\n       ",
  );
}

function shortened(value: unknown): unknown {
  if (typeof value === "string") return value.length > 60 ? `${value.slice(0, 12)}…` : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(shortened);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shortened(each)]));
}
