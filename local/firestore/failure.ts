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

/** The status that a client sees for anything thrown: what is no refusal is a bug, told but not retried. */
export function statusOf(error: unknown): { code: number; details: string } {
  const { code, message } = error as { code?: unknown; message?: string };
  return {
    code: typeof code === "number" ? code : status.UNKNOWN,
    details: message ?? String(error),
  };
}
