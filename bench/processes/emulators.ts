/** Run as a process: the emulators that all subjects of a benchmark share, on none of their threads. */
import { startAuthEmulator } from "../../local/auth-emulator/server";
import { startEmbeddedFirestore } from "../../local/firestore";
import { shardOf } from "../../functions/src/database/shards";
import { processorMilliseconds } from "../sample";
import { answerParent } from "../../functions/testing/instances/processes";
import { Firestore, Timestamp } from "../../functions/testing/instances/firebase-admin";

export interface EmulatorCommands {
  hosts(): Promise<{ auth: string; firestore: string }>;
  /** Writes `size` changes of the last hour to `authState`. */
  fill(request: { size: number }): Promise<void>;
  /** Drops all documents. */
  reset(): Promise<void>;
  /** Milliseconds of a processor that they have taken so far. */
  processor(): Promise<number>;
}

const batchSize = 500;

async function serve(projectId: string): Promise<void> {
  const [auth, firestore] = await Promise.all([
    startAuthEmulator({ projectId }),
    startEmbeddedFirestore(),
  ]);
  const client = new Firestore({ projectId, host: firestore.host, ssl: false });
  const states = client.collection("authState");

  const commands: EmulatorCommands = {
    hosts: () => Promise.resolve({ auth: auth.host, firestore: firestore.host }),

    async fill({ size }) {
      const hourAgo = Date.now() - 3_600_000;
      for (let written = 0; written < size; written += batchSize) {
        const batch = client.batch();
        for (let n = written; n < Math.min(written + batchSize, size); n += 1) {
          const changedAt = Timestamp.fromMillis(hourAgo + (n / size) * 3_600_000);
          const uid = `user-${n}`;
          const shard = shardOf(uid);
          batch.set(states.doc(uid), {
            validAfter: changedAt,
            changedAt,
            shard,
            marked: false,
            n: 1,
          });
        }
        await batch.commit();
      }
    },

    reset() {
      firestore.reset(projectId);
      return Promise.resolve();
    },

    processor: () => Promise.resolve(processorMilliseconds()),
  };
  answerParent(commands);
}

void serve(process.env.GCLOUD_PROJECT ?? "");
