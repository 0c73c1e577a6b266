import type { Micros } from "../values/time";
import type { Fields } from "../values/value";

/** A document as of its update time. Immutable: a write makes another one. */
export interface StoredDocument {
  readonly path: string;
  readonly fields: Fields;
  readonly createTime: Micros;
  readonly updateTime: Micros;
}
