import { relative } from "node:path";
import type { BuildListener } from "../../cli/build/watch";

/** Tells the developer the outcome of each change of the functions: built or not, loaded or not, errors gone. */
export class Reloads implements BuildListener {
  readonly #changed = new Set<string>();
  #isBroken = false;
  #loaded: ReadonlySet<string>;

  constructor(
    private readonly log: (line: string) => void,
    loaded: readonly string[],
  ) {
    this.#loaded = new Set(loaded);
  }

  failed(flaws: string[]): void {
    this.#isBroken = true;
    this.log(`Not built: ${flaws.join("\n  ")}`);
  }

  built(changed: string[], isNew: boolean): void {
    if (isNew) {
      this.changed(...changed);
      return;
    }
    if (this.#isBroken) this.log("Fixed: the functions that run are up to date.");
    this.#isBroken = false;
  }

  /** Files have changed that the emulator is about to load. */
  changed(...files: string[]): void {
    for (const file of files) this.#changed.add(relative(process.cwd(), file));
  }

  /** The emulator could not load the functions, and said why. */
  notLoaded(): void {
    this.#isBroken = true;
  }

  /** The emulator has loaded these functions. */
  loaded(functions: readonly string[]): void {
    const before = this.#loaded;
    this.#loaded = new Set(functions);
    const added = functions.filter((name) => !before.has(name));
    const removed = [...before].filter((name) => !this.#loaded.has(name));
    const news = [
      ...(added.length > 0 ? [`new: ${added.join(", ")}`] : []),
      ...(removed.length > 0 ? [`gone: ${removed.join(", ")}`] : []),
    ];
    if (this.#changed.size > 0) {
      const files = [...this.#changed].join(", ");
      const what = news.length > 0 ? ` (${news.join("; ")})` : "";
      this.log(`${this.#isBroken ? "Fixed. " : ""}Reloaded: ${files}${what}`);
    }
    this.#changed.clear();
    this.#isBroken = false;
  }
}
