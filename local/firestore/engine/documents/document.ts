import type { Micros } from "../values/time";
import type { Fields } from "../values/value";

/** A document as it stood from its update time on. Never changed: a write makes another. */
export interface StoredDocument {
  readonly path: string;
  readonly fields: Fields;
  readonly createTime: Micros;
  readonly updateTime: Micros;
}
