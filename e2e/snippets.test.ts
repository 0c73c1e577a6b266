/** What the documentation shows of the HTTPS API is asked of the stack. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { read } from "../functions/testing/docs";
import { seeds } from "../local/stack/seeds";
import { stack } from "./stack";

const { email, password } = seeds.find(({ role }) => role === "User")!;
const { hosting } = stack().addresses;
const baseUrl = `http://${hosting}/api`;

const installed = createRequire(join(__dirname, "../functions/package.json"));
const blocks = (page: string, language: string) =>
  [...read(page).matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map(
    ([, code = ""]) => code,
  );

/** Runs code as a module, and gives what it has found out. */
async function run(code: string): Promise<{ accessToken: string; firstName: string }> {
  const script = transformSync(code, { loader: "ts" })
    .code.replaceAll(/^import (\{.*?\}) from (".*?");$/gm, "const $1 = require($2);")
    .replaceAll(/https:\/\/example\.com\/api/g, baseUrl);
  const body = `return (async () => { ${script}; return { accessToken, firstName }; })()`;
  const given = { require: installed, email, password, baseUrl };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const made = new Function(...Object.keys(given), body) as (
    ...values: unknown[]
  ) => Promise<{ accessToken: string; firstName: string }>;
  return made(...Object.values(given));
}

test.each(["README.md", "docs/api.md"])("%s signs in with the typed client", async (page) => {
  const [snippet = ""] = blocks(page, "ts").filter((code) => code.includes("hc<Api>"));
  const { accessToken, firstName } = await run(snippet);
  expect([firstName, accessToken]).toEqual(["Uma", expect.stringMatching(/^ey/)]);
});

test("docs/api.md signs in with curl", async () => {
  const [command = ""] = blocks("docs/api.md", "sh").filter((code) => code.startsWith("curl"));
  const [, path] = /https:\/\/[^/]+\/api(\S*)/.exec(command) ?? [];
  const [, name = "", value = ""] = /-H '(.+?): (.+?)'/.exec(command) ?? [];
  const [, body = ""] = /-d '(.+?)'/.exec(command) ?? [];
  const sent = JSON.stringify({ ...(JSON.parse(body) as object), email, password });
  const headers = { [name]: value };
  const reply = await fetch(`${baseUrl}${path}`, { method: "POST", headers, body: sent });
  expect([reply.status, reply.headers.get("set-cookie")]).toEqual([
    200,
    expect.stringMatching(/^__session=.*HttpOnly/),
  ]);
});
