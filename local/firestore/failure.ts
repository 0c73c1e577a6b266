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

/** Refuses a request that is wrong whatever the state of the database. */
export const invalid = (message: string): Failure => new Failure(status.INVALID_ARGUMENT, message);

/** Refuses what Firestore can do and the embedded one can't. */
export const unimplemented = (feature: string): Failure =>
  new Failure(
    status.UNIMPLEMENTED,
    `The embedded Firestore has no ${feature}; start the stack with --firestore official.`,
  );

/** The status that a client sees for anything thrown: anything but a refusal is a bug, reported but not retried. */
export function statusOf(error: unknown): { code: number; details: string } {
  const { code, message } = error as { code?: unknown; message?: string };
  return {
    code: typeof code === "number" ? code : status.UNKNOWN,
    details: message ?? String(error),
  };
}
