import { currentSchema, requireServed, type Schema } from "../../upgrade/schema";
import { version } from "../../version";
import { indexCheck, type Views } from "./index-checks";

/** A line of the log. One of another severity than `INFO` says that something is missing, or could not be asked. */
export interface DeploymentFinding {
  readonly severity: "INFO" | "WARNING" | "ERROR";
  readonly message: string;
  /** Why, and what is to be done, in a sentence. */
  readonly problem?: string;
  /** What mends it. */
  readonly command?: string;
  readonly [fact: string]: unknown;
}

/** Looks whether what is stored and indexed is what this version needs. */
export async function deploymentFindings(
  ports: Views,
  schema: Promise<Schema>,
): Promise<DeploymentFinding[]> {
  const [indexes, shape] = await Promise.all([indexFinding(ports), schemaFinding(schema)]);
  const findings = [indexes, shape].filter((finding) => finding !== undefined);
  return findings.length > 0
    ? findings
    : [{ severity: "INFO", message: "Deployment checked", version }];
}

async function indexFinding(ports: Views): Promise<DeploymentFinding | undefined> {
  const { outcome, reason } = await indexCheck(ports);
  if (outcome === "ok") return undefined;
  if (outcome === "unknown") return unanswered("Indexes not checked");
  return {
    severity: "ERROR",
    message: "Indexes missing or being built",
    neededFor: reason,
    command: "npx firebase deploy --only firestore:indexes",
  };
}

async function schemaFinding(asked: Promise<Schema>): Promise<DeploymentFinding | undefined> {
  const schema = await asked.catch(() => undefined);
  if (!schema) return unanswered("Schema not read");
  try {
    requireServed(schema);
  } catch (error) {
    const { message: problem } = error as Error;
    return { severity: "ERROR", message: "Schema not served", problem };
  }
  if (schema.version === currentSchema) return undefined;
  const [from, to] = [schema.version, currentSchema];
  return { severity: "INFO", message: "Stored documents to be upgraded", by: "sweep", from, to };
}

const unanswered = (message: string): DeploymentFinding => ({ severity: "WARNING", message });
