import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPages } from "../../build/pages";

const web = join(__dirname, "../../../web");

describe("the pages", () => {
  let output: string;
  beforeEach(() => (output = mkdtempSync(join(tmpdir(), "pages-"))));
  afterEach(() => rmSync(output, { recursive: true }));

  const built = () =>
    readdirSync(output, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(html|js|css)$/.test(file))
      .map((file) => readFileSync(join(output, file), "utf8"))
      .join("\n");

  test("hold nothing of the local stack when they are built to be deployed", async () => {
    await buildPages({ web, output, parameters: {} });
    expect(built()).not.toMatch(/password123|stand-in|127\.0\.0\.1|localhost/);
  });

  test("hold it on the local stack", async () => {
    await buildPages({ web, output, parameters: {}, inbox: "http://127.0.0.1:1080" });
    expect(built()).toMatch(/password123/);
    expect(built()).toMatch(/stand-in/);
  });

  test("are told what the functions' parameters say", async () => {
    const parameters = {
      APP_NAME: "Abacus",
      APP_COLOR: "123456",
      ALLOWED_ORIGINS: "https://abacus.example",
    };
    await buildPages({ web, output, parameters });
    for (const told of ["Abacus", "#123456", "https://abacus.example"]) {
      expect(built()).toContain(told);
    }
  });

  test("hold nothing inline that the content-security policy would refuse", async () => {
    await buildPages({ web, output, parameters: {} });
    for (const page of ["index.html", "auth/action.html"]) {
      const html = readFileSync(join(output, page), "utf8");
      expect(html).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*\ssrc=)|https?:/);
    }
  });

  test("are not built of what Vite does not understand, and it says why", async () => {
    writeFileSync(join(output, "index.html"), "");
    writeFileSync(join(output, "vite.config.mts"), "export default {");
    const attempt = buildPages({ web: output, output: join(output, "dist"), parameters: {} });
    await expect(attempt).rejects.toThrow(/^The pages can't be built: .*vite\.config\.mts/s);
  });
});
