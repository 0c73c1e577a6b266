import { on } from "node:events";
import { EventEmitter } from "node:events";

interface Listenable<Snapshot> {
  onSnapshot(next: (snapshot: Snapshot) => void, failed: (error: Error) => void): () => void;
}

/** Follows a document or query: `next()` waits for the coming snapshot, seen as `view` shows it. */
export function follow<Snapshot, View>(
  target: Listenable<Snapshot>,
  view: (snapshot: Snapshot) => View,
): { next(): Promise<View>; stop(): void } {
  const emitter = new EventEmitter();
  const snapshots = on(emitter, "snapshot");
  const stop = target.onSnapshot(
    (snapshot) => emitter.emit("snapshot", view(snapshot)),
    (error) => emitter.emit("error", error),
  );
  return {
    next: async () => ((await snapshots.next()).value as [View])[0],
    stop,
  };
}
