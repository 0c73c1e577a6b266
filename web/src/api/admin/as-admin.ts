import type { bearer } from "../client";
import { Problem } from "../problem";
import { authorized, restore } from "../session";

let demoted: () => void = () => undefined;

/** Hears that whoever is signed in is no administrator any more. */
export function onDemotion(listen: () => void): void {
  demoted = listen;
}

/** Asks something that only administrators may; a refusal may be the first to say that one isn't one any more. */
export async function asAdmin<T>(
  request: (as: ReturnType<typeof bearer>) => Promise<T>,
): Promise<T> {
  try {
    return await authorized(request);
  } catch (error) {
    if (error instanceof Problem && error.is("not-allowed")) {
      if ((await restore())?.role !== "Admin") demoted();
    }
    throw error;
  }
}
