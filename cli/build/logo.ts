import { createHash } from "node:crypto";
import { Refusal } from "../command";

/** A logo that the pages serve themselves: their content-security policy lets in no other site's images. */
export interface Logo {
  /** Where it goes, below the pages' root. Its name changes with it. */
  path: string;
  image: Uint8Array;
}

/** Milliseconds before the other site is given up. */
const patience = 10_000;

const largest = 512 * 1024;

const extensions: Readonly<Record<string, string>> = {
  "image/svg+xml": "svg",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
};

/**
 * Fetches the team's logo.
 *
 * @param optional - whether to go without one that can't be had.
 */
export async function fetchLogo(
  url: string,
  { optional }: { optional: boolean },
): Promise<Logo | undefined> {
  try {
    return await load(url);
  } catch (error) {
    if (optional) return undefined;
    throw new Refusal(`APP_LOGO_URL can't be fetched: ${(error as Error).message}`);
  }
}

async function load(url: string): Promise<Logo> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(patience) });
  const type = reply.headers.get("content-type")?.split(";")[0]?.trim() ?? "";
  const extension = extensions[type];
  if (!reply.ok) throw new Error(`${url} answers ${reply.status}.`);
  if (extension === undefined)
    throw new Error(`${url} is no image that browsers show ("${type}").`);
  const image = new Uint8Array(await reply.arrayBuffer());
  if (image.byteLength > largest) throw new Error(`${url} is larger than 512 KiB.`);
  const hash = createHash("sha256").update(image).digest("base64url").slice(0, 8);
  return { path: `assets/logo-${hash}.${extension}`, image };
}
