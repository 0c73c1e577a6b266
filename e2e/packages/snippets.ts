import { transformSync } from "esbuild";
import { read } from "../../functions/testing/docs";

/** What the snippets use and do not show. */
const around = `
const invoicesFor = (caller) => ({ of: caller.userId });
const findInvoice = async () => ({ total: 3 });
`;

/** Each function that the documentation shows, as a CommonJS module of a project that has the package. */
export const documentedFunctions = (): string[] =>
  ["README.md", "docs/existing-project.md"]
    .flatMap(codeOf)
    .filter((code) => /^exports?\b.* = callable/m.test(code))
    .map((code) => {
      // The README's stand in this repository.
      const installed = code.replaceAll('"../library"', '"firebase-auth-backend"');
      return transformSync(around + installed, { loader: "ts", format: "cjs" }).code;
    });

const codeOf = (page: string) =>
  [...read(page).matchAll(/^```(?:ts|js)\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
