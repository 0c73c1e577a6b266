import type { DocumentReference, Firestore } from "firebase-admin/firestore";
import { withinDeadline } from "./deadline";
import { AuthError, unavailable } from "./errors";

/** gRPC codes that mean that Firestore could not be reached or is overloaded, not that it refused. */
const away: ReadonlySet<unknown> = new Set([
  1, // CANCELLED
  4, // DEADLINE_EXCEEDED
  8, // RESOURCE_EXHAUSTED
  10, // ABORTED: still contended after the client library's own tries
  13, // INTERNAL: a connection broken off in the middle
  14, // UNAVAILABLE
]);

/**
 * Waits for a call to Firestore, and turns an outage into `unavailable`.
 *
 * @param answers - codes that are expected answers to this call.
 * @throws {AuthError} `unavailable` after the deadline or when Firestore can't be reached; any other failure
 *   unchanged.
 */
export async function reach<T>(call: Promise<T>, answers: readonly number[] = []): Promise<T> {
  try {
    return await withinDeadline("Firestore", call);
  } catch (error) {
    const code = grpcCode(error);
    if (error instanceof AuthError || !away.has(code) || answers.includes(code ?? 0)) throw error;
    throw unavailable("Firestore", { code });
  }
}

/** The gRPC code of a Firestore failure, such as 6 for a document that exists already. */
export function grpcCode(error: unknown): number | undefined {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "number" ? code : undefined;
}

/** gRPC's ALREADY_EXISTS, by which `create()` says that somebody else was first. */
export const alreadyExists = 6;

/** gRPC's NOT_FOUND, by which `update()` says that there is no such document. */
export const notFound = 5;

/** gRPC's FAILED_PRECONDITION, by which a write says that the document is not as it was read. */
export const failedPrecondition = 9;

/** gRPC's ABORTED, by which Firestore says that others were writing the same documents. */
export const aborted = 10;

/** How many writes Firestore takes in one batch. */
export const batchSize = 500;

/**
 * Deletes documents, in as many batches as it takes.
 *
 * @throws {AuthError} `unavailable`: some may have been deleted.
 */
export async function removeDocuments(
  firestore: Firestore,
  documents: readonly DocumentReference[],
): Promise<void> {
  for (let begin = 0; begin < documents.length; begin += batchSize) {
    const batch = firestore.batch();
    for (const document of documents.slice(begin, begin + batchSize)) batch.delete(document);
    await reach(batch.commit());
  }
}
