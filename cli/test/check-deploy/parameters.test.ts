import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkParameters } from "../../check-deploy/parameters";

describe("check:deploy", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "check-deploy-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const complete = {
    WEB_API_KEY: "AIzaX",
    MAIL_FROM: "no-reply@example.com",
    ACTION_URL: "https://example.com/auth/action",
    ALLOWED_ORIGINS: "https://example.com",
  };
  const write = (name: string, values: Record<string, string>) =>
    writeFileSync(
      join(folder, name),
      Object.entries(values)
        .map(([key, value]) => `${key}="${value}"\n`)
        .join(""),
    );
  const missing = (project = "my-app") =>
    checkParameters(project, folder)
      .filter(({ state }) => state === "missing")
      .map(({ what }) => what);

  test("misses nothing where every parameter without a default is named", () => {
    write(".env.my-app", complete);
    expect(missing()).toEqual([]);
  });

  test("names each parameter that is missing, and where it belongs", () => {
    expect(missing()).toEqual([
      expect.stringMatching(/^WEB_API_KEY .* \(functions\/\.env or functions\/\.env\.my-app\)$/),
      expect.stringMatching(/^MAIL_FROM /),
      expect.stringMatching(/^ACTION_URL /),
      expect.stringMatching(/^ALLOWED_ORIGINS /),
    ]);
  });

  test.each([
    ["ACTION_URL", "http://127.0.0.1:5000/auth/action"],
    ["ALLOWED_ORIGINS", "http://127.0.0.1:5000"],
    ["ALLOWED_ORIGINS", "https://example.com/path"],
    ["REQUIRE_VERIFIED_EMAIL", "TRUE"],
    ["ROLES", "Admin,User"],
    ["ROLES", "User"],
    ["SIGN_UP", "maybe"],
    ["LIVE_STATE_MAX_AGE_SECONDS", "-1"],
    ["LIVE_STATE_MAX_AGE_SECONDS", "soon"],
    ["MAIL_FROM", "Me <me@example.com>"],
  ])("refuses %s=%s", (name, value) => {
    write(".env", { ...complete, [name]: value });
    expect(missing()).toEqual([expect.stringContaining(name)]);
  });

  test("lets the project's file override the common one", () => {
    write(".env", { ...complete, SIGN_UP: "maybe" });
    write(".env.my-app", { SIGN_UP: "closed" });
    expect(missing()).toEqual([]);
    expect(missing("other-app")).toEqual([expect.stringContaining("SIGN_UP")]);
  });
});
