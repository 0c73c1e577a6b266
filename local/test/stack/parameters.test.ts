import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  parameterFlaws,
  readSecret,
  type SecretName,
  secrets,
} from "../../../functions/src/config";
import { localParameters, localSecrets, writeParameterFiles } from "../../stack/parameters";
import { portsAt } from "../../ports/ports";

describe("the parameter files", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "parameters-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = (file: string) => readFileSync(join(folder, file), "utf8");

  test("hold a line for each value", () => {
    writeParameterFiles(
      folder,
      { SIGN_UP: "closed", APP_NAME: 'An "app"' },
      { SMTP_URL: "smtp://a" },
    );
    expect(read(".env.local")).toMatch(
      /^# Written by .*\nSIGN_UP="closed"\nAPP_NAME="An \\"app\\""\n$/,
    );
    expect(read(".secret.local")).toMatch(/^# Written by .*\nSMTP_URL="smtp:\/\/a"\n$/);
  });

  test("replace what was there, and are for their owner's eyes only", () => {
    writeFileSync(join(folder, ".secret.local"), "OLD=1\n");
    chmodSync(join(folder, ".secret.local"), 0o644);
    writeParameterFiles(folder, {}, { SMTP_URL: "smtp://a" });
    expect(read(".secret.local")).not.toContain("OLD");
    expect(statSync(join(folder, ".secret.local")).mode & 0o777).toBe(0o600);
  });

  test("allow the team's own origins beside the stack's", () => {
    const { ALLOWED_ORIGINS } = localParameters(portsAt(100), {
      ALLOWED_ORIGINS: "https://app.example.com,http://192.168.0.7:5173",
    });
    expect(ALLOWED_ORIGINS?.split(",")).toEqual([
      "http://127.0.0.1:5100",
      "http://localhost:5100",
      "http://127.0.0.1:5101",
      "http://localhost:5101",
      "https://app.example.com",
      "http://192.168.0.7:5173",
    ]);
  });

  test("take from the environment whether common passwords are refused, and nothing else", () => {
    const environment = { COMMON_PASSWORDS: "allow", SIGN_UP: "closed" };
    const parameters = localParameters(portsAt(0), {}, environment);
    expect(parameters).toMatchObject({ COMMON_PASSWORDS: "allow" });
    expect(parameters).not.toHaveProperty("SIGN_UP");
  });

  test("lead mail to the stack's own catcher", () => {
    expect(localSecrets(portsAt(100))).toMatchObject({ SMTP_URL: "smtp://127.0.0.1:1125" });
  });

  test("hold a value that its rule allows for every secret", () => {
    const values = localSecrets(portsAt(0));
    for (const name of Object.keys(secrets) as SecretName[]) readSecret(name, values);
  });

  test("set every parameter that has no default", () => {
    expect(parameterFlaws(localParameters(portsAt(0)), { local: true })).toEqual([]);
  });
});
