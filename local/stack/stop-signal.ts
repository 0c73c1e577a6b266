import { Refusal } from "../../cli/command";

/** Milliseconds within which a repeated signal is the same Ctrl-C: the terminal and npm both send it. */
const echo = 1_000;

/** Aborts at the first Ctrl-C or SIGTERM; the second ends the process at once, and the emulators with it. */
export function stopSignal(reason: string): AbortSignal {
  const controller = new AbortController();
  let first: number | undefined;
  const onSignal = () => {
    first ??= performance.now();
    controller.abort(new Refusal(reason));
    if (performance.now() - first > echo) process.exit(1);
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  return controller.signal;
}

/** Rejects with the signal's reason when it aborts. */
export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}
