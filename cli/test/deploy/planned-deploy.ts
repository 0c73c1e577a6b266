import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildFunctions } from "../../build/build";

/** A function as the Firebase CLI would deploy it. */
export interface PlannedFunction {
  id: string;
  region: string;
  serviceAccount?: string;
  taskQueueTrigger?: { invoker?: string[] };
}

/** What is used of the CLI's own code, which has no types. */
interface CliCode {
  Delegate: new (
    projectId: string,
    projectDir: string,
    sourceDir: string,
    runtime: string,
  ) => { discoverBuild(config: object, environment: object): Promise<Build> };
  envWithTypes(params: unknown[], values: object): Record<string, unknown>;
  toBackend(build: Build, values: object): Backend;
  resolveDefaultRegionsForBuild(build: Build, have: { endpoints: object }): Promise<void>;
  allEndpoints(backend: Backend): PlannedFunction[];
}

interface Backend {
  requiredAPIs: { api: string; reason: string }[];
}

interface Build {
  params: { name: string; default?: string | number | boolean }[];
}

const functions = join(__dirname, "../../../functions");

function cliCode(): CliCode {
  const load = createRequire(__filename);
  const part = (path: string) =>
    load(`firebase-tools/lib/deploy/functions/${path}`) as Partial<CliCode>;
  return Object.assign(
    {},
    ...["runtimes/node/index", "build", "prepare", "backend"].map(part),
  ) as CliCode;
}

/** Asks the CLI's own code which functions a deploy would make that has these parameters, to a project where nothing is deployed. */
export async function plannedDeploy(
  parameters: Record<string, string>,
): Promise<PlannedFunction[]> {
  return cliCode().allEndpoints(await plannedBackend(parameters));
}

/** Likewise, with all else that a deploy would bring or ask for. */
export async function plannedBackend(parameters: Record<string, string>): Promise<Backend> {
  const cli = cliCode();
  const source = mkdtempSync(join(tmpdir(), "planned-deploy-"));
  try {
    await buildFunctions({ functions, output: join(source, "lib") });
    cpSync(join(functions, "package.json"), join(source, "package.json"));
    symlinkSync(join(functions, "node_modules"), join(source, "node_modules"));
    const delegate = new cli.Delegate("demo-deploy", source, source, "nodejs24");
    const build = await delegate.discoverBuild(
      {},
      { ...parameters, GCLOUD_PROJECT: "demo-deploy" },
    );
    const defaults = build.params.map(
      (param) => [param.name, String(param.default ?? "")] as const,
    );
    const values = { ...Object.fromEntries(defaults), ...parameters };
    await cli.resolveDefaultRegionsForBuild(build, { endpoints: {} });
    return cli.toBackend(build, cli.envWithTypes(build.params, values));
  } finally {
    rmSync(source, { recursive: true });
  }
}
