import type { Access } from "../access/access";
import type { Ports } from "../ports";

/** The real ports. Their code is loaded when they are first asked for, so that importing a guard loads none of it. */
export const portsOnDemand = async (): Promise<Ports> => (await import("../composition")).ports();

/** What decides by this project's parameters, loaded likewise. The other ports are not. */
export const accessOnDemand = async (): Promise<Access> =>
  (await import("./own-access")).ownAccess().access;
