import type { DocumentData, DocumentReference, Timestamp } from "firebase-admin/firestore";
import { failedPrecondition, grpcCode, notFound, reach } from "../../firestore";

/** A document as it was read. */
interface Found {
  readonly ref: DocumentReference;
  readonly updateTime: Timestamp;
}

/** Returns whether it was written: not if the document was changed after it was read. */
export async function updateUnchanged(
  { ref, updateTime }: Found,
  fields: DocumentData,
): Promise<boolean> {
  try {
    await reach(ref.update(fields, { lastUpdateTime: updateTime }));
    return true;
  } catch (error) {
    const code = grpcCode(error);
    if (code === failedPrecondition || code === notFound) return false;
    throw error;
  }
}
