import * as operations from "../../src/operations";
import { clientWith } from "../../testing/client";
import { describeContract } from "../../testing/contract/contract";
import { outcomeOf } from "../../testing/contract/outcome";
import { memoryBackend } from "../../testing/memory/backend";
import { soon } from "../../testing/memory/soon";
import { password } from "../../testing/parameters";

// The answer while one works, in seconds; the same contract over the emulators is the judge.
describeContract("ports in memory", { guarded: true }, () => {
  const { ports, auth, newEmail, nextSecond, newUser } = memoryBackend();
  return Promise.resolve({
    transport: {
      patience: 0,
      call: (name, data, token) =>
        outcomeOf(operations[name].perform(data, clientWith(token), ports)),
    },
    world: {
      password,
      newEmail,
      nextSecond,
      newUser,
      disable: (userId) => soon(() => auth.update(userId, { disabled: true })),
    },
    stop: () => Promise.resolve(),
  });
});
