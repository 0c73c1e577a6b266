import { status } from "@grpc/grpc-js";

/** A refusal that a client sees as a gRPC status. */
export class Failure extends Error {
  override readonly name = "Failure";

  constructor(
    readonly code: status,
    message: string,
  ) {
    super(message);
  }
}

/** The refusal of a request that no state of the database could make right. */
export const invalid = (message: string): Failure => new Failure(status.INVALID_ARGUMENT, message);

/** The refusal of what Firestore can and the embedded one can't. */
export const unimplemented = (feature: string): Failure =>
  new Failure(
    status.UNIMPLEMENTED,
    `The embedded Firestore has no ${feature}; start the stack with --firestore official.`,
  );

/** The status that a client sees for anything thrown: what is no refusal is a bug, told but not retried. */
export function statusOf(error: unknown): { code: number; details: string } {
  const { code, message } = error as { code?: unknown; message?: string };
  return {
    code: typeof code === "number" ? code : status.UNKNOWN,
    details: message ?? String(error),
  };
}
