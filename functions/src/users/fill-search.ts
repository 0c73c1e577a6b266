import { isDeepStrictEqual } from "node:util";
import {
  type DocumentData,
  FieldPath,
  FieldValue,
  type QueryDocumentSnapshot,
} from "firebase-admin/firestore";
import type { Database } from "../database";
import { failedPrecondition, grpcCode, notFound, reach } from "../firestore";
import { searchFieldsOf } from "./search";
import { toUser } from "./user-document";

/** Documents in one query. */
const pageSize = 300;

export interface FillProgress {
  /** How many documents were looked at so far. */
  readonly seen: number;
  /** How many of them lacked something, and have it now. */
  readonly filled: number;
  /** The last of them: where another run goes on. */
  readonly last: string;
}

/**
 * Gives the users that were there before, or whose names were changed past this back end, what they are searched and
 * sorted by. Safe to run again, and while users change: what was written meanwhile has it already.
 *
 * @param options.after - the id that an earlier run got to.
 */
export async function* fillSearch(
  database: Database,
  { after, dryRun = false }: { after?: string | undefined; dryRun?: boolean } = {},
): AsyncGenerator<FillProgress> {
  const all = database.collection("users").orderBy(FieldPath.documentId()).limit(pageSize);
  let progress: FillProgress = { seen: 0, filled: 0, last: after ?? "" };
  for (;;) {
    const page = progress.last === "" ? all : all.startAfter(progress.last);
    const { docs } = await reach(page.get());
    const lacking = docs
      .map((document) => ({ document, fields: missing(document) }))
      .filter(({ fields }) => Object.keys(fields).length > 0);
    if (!dryRun) await Promise.all(lacking.map(fill));
    const last = docs.at(-1);
    if (!last) return;
    progress = {
      seen: progress.seen + docs.length,
      filled: progress.filled + lacking.length,
      last: last.id,
    };
    yield progress;
  }
}

function missing(document: QueryDocumentSnapshot): DocumentData {
  const data = document.data();
  const search = searchFieldsOf(toUser(document.id, data));
  return {
    ...(!isDeepStrictEqual(data.search, search) && { search }),
    // One that was made by somebody else is not found among the newest without it.
    ...(data.createdAt === undefined && { createdAt: document.createTime }),
  };
}

interface Lacking {
  readonly document: QueryDocumentSnapshot;
  readonly fields: DocumentData;
}

async function fill({ document, fields }: Lacking): Promise<void> {
  const change = { ...fields, updatedAt: FieldValue.serverTimestamp() };
  const asRead = { lastUpdateTime: document.updateTime };
  try {
    await reach(document.ref.update(change, asRead), [failedPrecondition, notFound]);
  } catch (error) {
    if (![failedPrecondition, notFound].includes(grpcCode(error) ?? 0)) throw error;
  }
}
