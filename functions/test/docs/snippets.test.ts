import { join } from "node:path";
import ts from "typescript";
import { pages, read } from "../../testing/docs";

/** Where the snippets are compiled as if they stood there: beside a team's own functions. */
const folder = join(__dirname, "../../src/app");

interface Snippet {
  /** `docs/api.md:22`, for messages. */
  where: string;
  code: string;
}

/**
 * Reads the TypeScript of a page. What a snippet uses and does not show is declared in a comment before
 * it, which readers don't see: `<!-- declare const email: string; -->`.
 */
function snippetsOf(page: string): Snippet[] {
  const text = read(page);
  return [
    ...text.matchAll(/(?:<!--( declare(?:(?!-->)[^])*)-->\s*)?^```ts\n([\s\S]*?)^```$/gm),
  ].map(({ 1: declared = "", 2: code = "", index }) => ({
    where: `${page}:${text.slice(0, index).split("\n").length}`,
    code: `${declared}\n${code}\nexport {};\n`,
  }));
}

/** The package's entry for apps, which is put together when it is packed. */
const clientEntry = {
  path: join(folder, "client-entry.ts"),
  code: 'export type * from "../../client";\nexport * from "../../client/session";\n',
};

/** Compiles all snippets in one program, each as a module of its own, and says what is wrong with which. */
function flawsOf(snippets: readonly Snippet[]): string[] {
  const files = new Map(
    snippets.map((snippet, index) => [join(folder, `snippet-${index}.ts`), snippet]),
  );
  const { config } = ts.readConfigFile(join(folder, "../../tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(folder, "../.."));
  const compilerOptions: ts.CompilerOptions = {
    ...options,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
    // What a snippet shows and does not use is for its reader to use.
    noUnusedLocals: false,
    // The package that a snippet imports is the one that is made of these sources.
    paths: {
      "firebase-auth-backend": [join(folder, "../library.ts")],
      "firebase-auth-backend/client": [clientEntry.path],
    },
  };
  const virtual = new Map([...files].map(([file, { code }]) => [file, code]));
  virtual.set(clientEntry.path, clientEntry.code);
  const host = ts.createCompilerHost(compilerOptions);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.readFile = (file) => virtual.get(file) ?? readFile(file);
  host.fileExists = (file) => virtual.has(file) || fileExists(file);
  const program = ts.createProgram([...files.keys()], compilerOptions, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const where = file && (files.get(file.fileName)?.where ?? file.fileName);
    return `${where}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

// docs/web-app.md is compiled as a web app, by a test of its own.
const snippets = pages.filter((page) => page !== "docs/web-app.md").flatMap(snippetsOf);

test("every TypeScript snippet of the documentation compiles", () => {
  expect(snippets.length).toBeGreaterThan(3);
  expect(flawsOf(snippets)).toEqual([]);
});

test("a snippet that is wrong is found", () => {
  const code = 'import { requireRole } from "../library";\nrequireRole(1);\nexport {};\n';
  expect(flawsOf([{ where: "here:1", code }])).toEqual([
    "here:1: Argument of type 'number' is not assignable to parameter of type 'string'.",
  ]);
});
