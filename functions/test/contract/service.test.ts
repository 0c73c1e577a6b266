import { AuthError } from "../../src/errors";
import { type Backend, startBackend } from "../../testing/backend";
import { describeContract } from "../../testing/contract/contract";
import type { OperationName, Outcome } from "../../testing/contract/transport";
import { worldOf } from "../../testing/contract/world";

describeContract("AuthService", { guarded: false }, async () => {
  const backend = await startBackend();
  return {
    transport: {
      patience: 0,
      call: (operation, data) => outcomeOf(backend, operation, data),
    },
    world: worldOf(backend),
    stop: backend.stop,
  };
});

async function outcomeOf(
  { service }: Backend,
  operation: OperationName,
  data: unknown,
): Promise<Outcome> {
  try {
    // The rows hold requests that no type lets through.
    return { reply: await service[operation](data as never) };
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    return { refusal: error.code, message: error.message, details: { ...error.details } };
  }
}
