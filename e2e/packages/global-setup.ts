import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makePackage } from "../../cli/build/package";

/** Packs once what all of these tests install. */
export default async function setUp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "packed-"));
  process.env.PACKED_FOLDER = folder;
  process.env.PACKED = await makePackage(folder);
}
