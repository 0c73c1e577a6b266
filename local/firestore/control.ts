import {
  credentials,
  loadPackageDefinition,
  status,
  type ChannelCredentials,
  type Client,
  type ServiceDefinition,
  type ServiceError,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { fromJSON } from "@grpc/proto-loader";
import type { Databases } from "./databases";
import { unary } from "./rpcs";
import type { CommitDelay } from "./visibility";

/** What tests do to the server from whatever process they are in. */
export interface FirestoreControl {
  /** Drops all documents of a project. */
  reset(projectId: string): Promise<void>;
  /** Makes commits to a project's default database late; a share of 0 ends it. */
  delayCommits(projectId: string, delay: CommitDelay): Promise<void>;
}

type Method = "Reset" | "DelayCommits";

type Call = (
  request: object,
  options: { deadline: number },
  done: (error: ServiceError | null) => void,
) => void;

interface ControlClient {
  service: ServiceDefinition;
  new (host: string, credentials: ChannelCredentials): Client & Record<Method, Call>;
}

const { local } = loadPackageDefinition(
  fromJSON(
    {
      nested: {
        local: {
          nested: {
            Control: {
              methods: {
                Reset: { requestType: "ResetRequest", responseType: "Done", comment: "" },
                DelayCommits: {
                  requestType: "DelayCommitsRequest",
                  responseType: "Done",
                  comment: "",
                },
              },
            },
            Done: { fields: {} },
            ResetRequest: { fields: { projectId: { type: "string", id: 1 } } },
            DelayCommitsRequest: {
              fields: {
                projectId: { type: "string", id: 1 },
                share: { type: "double", id: 2 },
                milliseconds: { type: "double", id: 3 },
                collection: { type: "string", id: 4 },
              },
            },
          },
        },
      },
    },
    { defaults: true },
  ),
) as unknown as { local: { Control: ControlClient } };

/** The service that stands beside Firestore's own on the same port. */
export const controlService: ServiceDefinition = local.Control.service;

/** Answers the control service. */
export function controlRpcs(databases: Databases): UntypedServiceImplementation {
  return {
    Reset: unary(({ projectId }: { projectId: string }) => {
      databases.reset(projectId);
      return {};
    }),
    DelayCommits: unary(
      ({ projectId, collection, ...delay }: CommitDelay & { projectId: string }) => {
        databases.delayCommits(projectId, {
          ...delay,
          collection: collection === "" ? undefined : collection,
        });
        return {};
      },
    ),
  };
}

/** Controls the server at `host` (`127.0.0.1:8080`); of the official emulator, it can only reset. */
export function firestoreControl(host: string): FirestoreControl {
  return {
    async reset(projectId) {
      try {
        await call(host, "Reset", { projectId });
      } catch (error) {
        if ((error as ServiceError).code !== status.UNIMPLEMENTED) throw error;
        await resetOfficial(host, projectId);
      }
    },
    delayCommits: (projectId, delay) => call(host, "DelayCommits", { projectId, ...delay }),
  };
}

/** Makes a client for this one call, so that none is left open. */
async function call(host: string, method: Method, request: object): Promise<void> {
  const client = new local.Control(host, credentials.createInsecure());
  try {
    await new Promise<void>((resolve, reject) => {
      client[method](request, { deadline: Date.now() + 10_000 }, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  } finally {
    client.close();
  }
}

async function resetOfficial(host: string, projectId: string): Promise<void> {
  const documents = `projects/${projectId}/databases/(default)/documents`;
  const reply = await fetch(`http://${host}/emulator/v1/${documents}`, { method: "DELETE" });
  if (!reply.ok) throw new Error(`The Firestore emulator refused to reset: ${reply.status}`);
}
