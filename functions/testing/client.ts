import { randomUUID } from "node:crypto";
import type { Client } from "../src/operation/context";

/** A client with a token, or without, and the headers it sends (names in lower case). */
export const clientWith = (
  token: string | undefined,
  headers: Readonly<Record<string, string>> = {},
): Client => ({ token, header: (name) => headers[name], requestId: randomUUID() });
