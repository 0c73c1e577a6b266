import {
  Client,
  credentials,
  loadPackageDefinition,
  status,
  type ServiceClientConstructor,
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
) as unknown as { local: { Control: ServiceClientConstructor } };

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
        databases.delayCommits(projectId, { ...delay, collection: collection || undefined });
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

/** A client for a single call, so that none is left open. */
function call(host: string, method: "Reset" | "DelayCommits", request: object): Promise<void> {
  const { path, requestSerialize, responseDeserialize } = controlService[method]!;
  const client = new Client(host, credentials.createInsecure());
  return new Promise<void>((resolve, reject) => {
    const deadline = Date.now() + 10_000;
    const done = (error: ServiceError | null) => (error ? reject(error) : resolve());
    client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      { deadline },
      done,
    );
  }).finally(() => client.close());
}

async function resetOfficial(host: string, projectId: string): Promise<void> {
  const documents = `projects/${projectId}/databases/(default)/documents`;
  const reply = await fetch(`http://${host}/emulator/v1/${documents}`, { method: "DELETE" });
  if (!reply.ok) throw new Error(`The Firestore emulator refused to reset: ${reply.status}`);
}
