import type { StoredDocument } from "./documents/document";
import type { Names } from "./names";
import { masked } from "./values/fields";
import { type FieldPath, isName } from "./values/field-path";
import { toWireTime } from "./values/time";

/** A document as it is sent, with all its fields or those of a mask. */
export function encodeDocument(
  { path, fields, createTime, updateTime }: StoredDocument,
  names: Names,
  mask?: FieldPath[],
): object {
  return {
    name: names.name(path),
    fields: mask
      ? masked(
          fields,
          mask.filter((field) => !isName(field)),
        )
      : fields,
    createTime: toWireTime(createTime),
    updateTime: toWireTime(updateTime),
  };
}
