import type { Micros } from "../values/time";
import type { StoredDocument } from "./document";

interface Version {
  from: Micros;
  /** `undefined` once deleted. */
  document: StoredDocument | undefined;
}

/** A document's versions. */
export class History {
  #versions: Version[] = [];

  get current(): StoredDocument | undefined {
    return this.#versions.at(-1)?.document;
  }

  /** The document as it was at a moment. */
  at(moment: Micros): StoredDocument | undefined {
    return this.#versions.findLast(({ from }) => from <= moment)?.document;
  }

  add(from: Micros, document: StoredDocument | undefined): void {
    this.#versions.push({ from, document });
  }

  /** Drops versions that can't be read any more, and says whether none is left. */
  forgetBefore(moment: Micros): boolean {
    const first = this.#versions.findLastIndex(({ from }) => from <= moment);
    if (first > 0) this.#versions.splice(0, first);
    const [oldest, next] = this.#versions;
    return !next && oldest?.document === undefined && (oldest?.from ?? 0) <= moment;
  }
}
