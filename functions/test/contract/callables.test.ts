import { type Backend, startBackend } from "../../testing/backend";
import { mount } from "../../testing/mount";
import { describeContract } from "../../testing/contract/contract";
import type { Outcome } from "../../testing/contract/transport";
import { worldOf } from "../../testing/contract/world";

describeContract("callables", { guarded: true }, async () => {
  const backend: Backend = await startBackend();
  const functions = await mount((await import("../../src/endpoints/callables")).callables);
  return {
    transport: {
      patience: 0,
      call: async (operation, data, token) => {
        const response = await fetch(`${functions.url}/${operation}`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
          },
          body: JSON.stringify({ data }),
        });
        return outcomeOf((await response.json()) as Body);
      },
    },
    world: worldOf(backend),
    stop: async () => {
      await functions.stop();
      await backend.stop();
    },
  };
});

interface Body {
  result?: unknown;
  error?: { message: string; details: { code: never } };
}

function outcomeOf({ result, error }: Body): Outcome {
  if (!error) return { reply: result };
  const { code, ...details } = error.details;
  return { refusal: code, message: error.message, details };
}
