import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makePackages } from "../../cli/build/packages";

/** Packs once what all of these tests install. */
export default async function setUp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "packed-"));
  process.env.PACKED_FOLDER = folder;
  const { main, create, kit } = await makePackages(folder);
  Object.assign(process.env, { PACKED: main, PACKED_CREATE: create, PACKED_KIT: kit });
}
