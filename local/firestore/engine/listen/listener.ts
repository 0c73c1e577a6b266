import { invalid, statusOf } from "../../failure";
import type * as messages from "../../messages";
import type { StoredDocument } from "../documents/document";
import { type Change, type Documents, retention } from "../documents/documents";
import type { Names } from "../names";
import { type Micros, toMicros, toWireTime } from "../values/time";
import { encodeDocument } from "../encode";
import { diff, type Results } from "./diff";
import { type Target, targetOf } from "./target";

/** What a listener listens to. */
export interface Source {
  readonly names: Names;
  readonly documents: Documents;
  /** The moment as of which the client knows the documents. */
  readonly since: Micros;
  now(): Micros;
}

interface Open {
  target: Target;
  results: Results;
}

/** Takes the replies of a stream, in order. */
export type Push = (reply: object) => void;

/** One client's stream of changes. */
export class Listener {
  readonly #targets = new Map<number, Open>();

  constructor(
    private readonly source: Source,
    private readonly push: Push,
  ) {}

  receive({ addTarget, removeTarget }: messages.ListenRequest): void {
    if (addTarget) this.#add(addTarget);
    if (removeTarget) this.#remove(removeTarget);
  }

  /** Sends what a commit changed. */
  changed(changes: Change[], moment: Micros): void {
    let isConcerned = false;
    for (const [id, open] of this.#targets) {
      const own = open.target.changed(changes, open.results);
      isConcerned ||= own.length > 0;
      this.#tell(id, open, own, moment);
    }
    if (isConcerned) this.#caughtUp(moment);
  }

  #add(wanted: messages.Target): void {
    // The Firebase SDKs choose the number themselves.
    const id = wanted.targetId ?? 1;
    try {
      this.#open(id, wanted);
    } catch (error) {
      const { code, details } = statusOf(error);
      this.#change("REMOVE", id, { cause: { code, message: details } });
    }
  }

  #open(id: number, wanted: messages.Target): void {
    if (this.#targets.has(id)) throw invalid(`Target ${id} is there already.`);
    const { names, documents } = this.source;
    const target = targetOf(wanted, names, documents);
    const moment = this.source.now();
    const results = target.results();
    const known = this.#known(wanted, target, moment);
    this.#change("ADD", id);
    if (known === "lost") this.#change("RESET", id);
    const before = known instanceof Map ? known : new Map<string, StoredDocument>();
    const missing = target.paths.filter((path) => !results.has(path) && !before.has(path));
    const changes = [
      ...diff(before, results),
      ...missing.map((path) => ({ path, before: undefined, after: undefined })),
    ];
    const open = { target, results: before };
    this.#tell(id, open, changes, moment);
    this.#change("CURRENT", id, tokenOf(moment));
    this.#caughtUp(moment);
    if (wanted.once) this.#change("REMOVE", id);
    else this.#targets.set(id, open);
  }

  /** What the client knows from an earlier stream; "lost" if that is too long ago. */
  #known(
    { resumeToken, readTime }: messages.Target,
    target: Target,
    now: Micros,
  ): Results | "lost" | undefined {
    if (!resumeToken?.length && !readTime) return undefined;
    const seen = readTime ? toMicros(readTime) : Number(Buffer.from(resumeToken ?? []).toString());
    const isTold = seen >= Math.max(this.source.since, now - retention) && seen <= now;
    return isTold ? target.results(seen) : "lost";
  }

  #remove(id: number): void {
    if (this.#targets.delete(id)) this.#change("REMOVE", id);
  }

  #tell(id: number, { target, results }: Open, changes: Change[], moment: Micros): void {
    const { names, documents } = this.source;
    for (const { path, after } of changes) {
      if (after) results.set(path, after);
      else results.delete(path);
      const document = after ?? documents.get(path);
      if (document) {
        const ids = after ? { targetIds: [id] } : { removedTargetIds: [id] };
        const encoded = encodeDocument(document, names, target.select);
        this.push({ documentChange: { document: encoded, ...ids } });
      } else {
        this.push({
          documentDelete: {
            document: names.name(path),
            readTime: toWireTime(moment),
            removedTargetIds: [id],
          },
        });
      }
    }
  }

  /** Says that all changes up to a moment have been sent. */
  #caughtUp(moment: Micros): void {
    this.push({ targetChange: { targetChangeType: "NO_CHANGE", ...tokenOf(moment) } });
  }

  #change(targetChangeType: string, id: number, more: object = {}): void {
    this.push({ targetChange: { targetChangeType, targetIds: [id], ...more } });
  }
}

const tokenOf = (moment: Micros) => ({
  readTime: toWireTime(moment),
  resumeToken: Buffer.from(String(moment)),
});
