import { startBackend } from "../../testing/backend";
import { describeContract } from "../../testing/contract/contract";
import { outcomeOf } from "../../testing/contract/outcome";
import { worldOf } from "../../testing/contract/world";

describeContract("AuthService", { guarded: false }, async () => {
  const backend = await startBackend();
  return {
    transport: {
      patience: 0,
      // The rows hold requests that no type lets through.
      call: (operation, data) => outcomeOf(backend.service[operation](data as never)),
    },
    world: worldOf(backend),
    stop: backend.stop,
  };
});
