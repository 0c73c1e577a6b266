import type { Ports } from "./ports";

/** The real ports. What they are made of is loaded when they are first asked for: importing a guard loads none of it. */
export const portsOnDemand = async (): Promise<Ports> => (await import("./composition")).ports();
