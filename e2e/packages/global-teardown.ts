import { rmSync } from "node:fs";

export default function tearDown(): void {
  rmSync(process.env.PACKED_FOLDER ?? "", { recursive: true, force: true });
}
