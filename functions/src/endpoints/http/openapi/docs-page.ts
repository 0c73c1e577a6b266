import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Reads the page that shows the OpenAPI document and lets one try the routes (web/src/docs), from beside the bundle. */
export function builtPage(): Promise<string> {
  return readFile(join(__dirname, "docs.html"), "utf8");
}

/** Lets in a page's own style and script, and nothing else; it talks to the API and nobody else. */
export function policyFor(page: string): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(page, "script")}`,
    `style-src ${hashOf(page, "style")}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

/** The hash of what stands inline in the page; where nothing does, nothing is let in. */
function hashOf(page: string, tag: "script" | "style"): string {
  const [, text] = new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, "s").exec(page) ?? [];
  if (text === undefined) return "'none'";
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
