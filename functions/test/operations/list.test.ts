import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { authService } from "../../src/auth-service";
import * as operations from "../../src/operations";

const list = Object.entries(operations);

test.each(list)("%s is listed under its own name, and says what it does", (name, operation) => {
  expect(operation.name).toBe(name);
  expect(operation.summary).toMatch(/^[A-Z][a-z]+ .*[^.]$/);
});

test("AuthService has a method for each of the list, and no other", () => {
  const service = authService(() => {
    throw new TypeError("asked too early");
  });
  expect(Object.keys(service).sort()).toEqual(list.map(([name]) => name).sort());
});

test("the methods of AuthService show an editor their operations' docstrings", () => {
  const file = join(__dirname, "snippet.ts");
  const code = `import type { AuthService } from "../../src/auth-service";
declare const service: AuthService;
service.revokeTokens;`;
  const options = ts.getDefaultCompilerOptions();
  const host: ts.LanguageServiceHost = {
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) =>
      name === file
        ? ts.ScriptSnapshot.fromString(code)
        : ts.sys.fileExists(name)
          ? ts.ScriptSnapshot.fromString(readFileSync(name, "utf8"))
          : undefined,
    getCurrentDirectory: () => __dirname,
    getCompilationSettings: () => ({
      ...options,
      module: ts.ModuleKind.Preserve,
      strict: true,
      skipLibCheck: true,
    }),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
  };
  const info = ts
    .createLanguageService(host)
    .getQuickInfoAtPosition(file, code.lastIndexOf("revokeTokens"));
  expect(ts.displayPartsToString(info?.documentation)).toMatch(/^Ends every session of a user/);
});
