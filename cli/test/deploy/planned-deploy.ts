import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildFunctions, type Entry } from "../../build/build";

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
  applyEndpointPrefix(build: Build, prefix: string): void;
  endpointsAreValid(backend: Backend): void;
  resolveDefaultRegionsForBuild(build: Build, have: { endpoints: object }): Promise<void>;
  allEndpoints(backend: Backend): PlannedFunction[];
}

interface Backend {
  requiredAPIs: { api: string; reason: string }[];
  lifecycleHooks?: Record<string, { task: { function: string; body: object } }>;
}

/** What is deployed: by default every function, under its own name. */
interface Deployed {
  /** The entry of the build. */
  entry?: Entry;
  /** What the CLI puts before the functions' names, with a hyphen. */
  prefix?: string;
  /** The name of a group that the functions are exported as. */
  group?: string;
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
    ...["runtimes/node/index", "build", "prepare", "backend", "validate"].map(part),
  ) as CliCode;
}

/** Asks the CLI's own code which functions a deploy would make that has these parameters, to a project where nothing is deployed. */
export async function plannedDeploy(
  parameters: Record<string, string>,
): Promise<PlannedFunction[]> {
  return cliCode().allEndpoints(await plannedBackend(parameters));
}

/**
 * Likewise, with all else that a deploy would bring or ask for.
 *
 * @throws Where the CLI refuses the deploy.
 */
export async function plannedBackend(
  parameters: Record<string, string>,
  { entry = "index", prefix = "", group }: Deployed = {},
): Promise<Backend> {
  const cli = cliCode();
  const source = mkdtempSync(join(tmpdir(), "planned-deploy-"));
  try {
    await buildFunctions({ functions, output: join(source, "lib") });
    cpSync(join(functions, "package.json"), join(source, "package.json"));
    const exported = group === undefined ? "module.exports" : `exports.${group}`;
    writeFileSync(join(source, "lib/index.js"), `${exported} = require("./bundle.js").${entry};\n`);
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
    cli.applyEndpointPrefix(build, prefix);
    const backend = cli.toBackend(build, cli.envWithTypes(build.params, values));
    cli.endpointsAreValid(backend);
    return backend;
  } finally {
    rmSync(source, { recursive: true });
  }
}
