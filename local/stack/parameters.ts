import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../functions/src/config";
import type { PortNumbers } from "../ports/ports";

/** Values of the functions' parameters by name. */
export type Parameters = Readonly<Record<string, string>>;

/**
 * The parameters that have no default in code get their local values here; the others keep the default, or the team's,
 * whose origins stay allowed beside the stack's own. Whether common passwords are refused, the environment of `npm start`
 * may say, for a suite of tests that was written with such a password.
 */
export function localParameters(
  ports: PortNumbers,
  team: Parameters = {},
  environment: Environment = process.env,
): Parameters {
  const own = [ports.hosting, ports.functions].flatMap((port) => [
    `http://127.0.0.1:${port}`,
    `http://localhost:${port}`,
  ]);
  return {
    FUNCTIONS_REGION: "us-central1",
    WEB_API_KEY: "fake-api-key",
    MAIL_FROM: "no-reply@example.com",
    ACTION_URL: `http://127.0.0.1:${ports.hosting}/auth/action`,
    // The pages, and the API's documentation page when it is opened directly.
    ALLOWED_ORIGINS: [...own, ...(team.ALLOWED_ORIGINS ? [team.ALLOWED_ORIGINS] : [])].join(),
    ...(environment.COMMON_PASSWORDS && { COMMON_PASSWORDS: environment.COMMON_PASSWORDS }),
  };
}

/** Every secret gets its local value here. @param keys - `AUTH_KEYS`. Default: new ones. */
export function localSecrets(
  ports: PortNumbers,
  keys = randomBytes(32).toString("base64url"),
): Parameters {
  return {
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    AUTH_KEYS: keys,
  };
}

/** The files that the Functions emulator reads parameters and secrets from. */
export const parameterFiles = [".env.local", ".secret.local"] as const;
export const [, secretFile] = parameterFiles;

const header = `# Written by every "npm start". Your own values go into .env or .env.<project>; what stands here overrides them.
`;

/** Writes a folder's parameter files, readable by their owner alone. */
export function writeParameterFiles(
  folder: string,
  parameters: Parameters,
  secrets: Parameters,
): void {
  const [parameterFile] = parameterFiles;
  write(join(folder, parameterFile), parameters);
  write(join(folder, secretFile), secrets);
}

function write(file: string, values: Parameters): void {
  const lines = Object.entries(values).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`);
  // Replaced, because an existing file would keep its mode.
  rmSync(file, { force: true });
  writeFileSync(file, header + lines.join(""), { mode: 0o600 });
}
