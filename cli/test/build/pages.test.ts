import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
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
    expect(built()).not.toMatch(/password123|stand-in|127\.0\.0\.1|localhost|Delete this document/);
    expect(readdirSync(output)).not.toContain("data.html");
  });

  test("hold it on the local stack", async () => {
    const data = { page: "http://127.0.0.1:5006", hosting: "http://127.0.0.1:5000" };
    await buildPages({ web, output, parameters: {}, inbox: "http://127.0.0.1:1080", data });
    expect(readdirSync(output)).toContain("data.html");
    expect(built()).toMatch(/Delete this document/);
    expect(built()).toMatch(/password123/);
    expect(built()).toMatch(/stand-in/);
  });

  test("are told what the functions' parameters say", async () => {
    const parameters = {
      APP_NAME: "Abacus",
      APP_COLOR: "123456",
      APP_CORNER_RADIUS: "3",
      APP_FONT: "Abacus Sans,serif",
      ALLOWED_ORIGINS: "https://abacus.example",
      SUPPORT_EMAIL: "help@abacus.example",
      TERMS_URL: "https://abacus.example/terms",
      PRIVACY_URL: "https://abacus.example/privacy",
    };
    await buildPages({ web, output, parameters });
    const pages = built();
    for (const told of [...Object.values(parameters).slice(3), "#123456", "3px"]) {
      expect([told, pages.includes(told)]).toEqual([told, true]);
    }
    const [icon = ""] = readdirSync(join(output, "assets")).filter((name) => name.endsWith(".svg"));
    expect(readFileSync(join(output, "assets", icon), "utf8")).toContain('fill="#123456"');
    expect(/<header>.*Abacus<\/header>\s*<main/s.test(pages)).toBe(true);
  });

  test("hold nothing inline that the content-security policy would refuse", async () => {
    await buildPages({ web, output, parameters: {} });
    for (const page of ["index.html", "auth/action.html", "404.html"]) {
      const html = readFileSync(join(output, page), "utf8");
      expect(html).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*\ssrc=)|https?:/);
    }
  });

  test("say the application's name as text, whatever is in it", async () => {
    await buildPages({ web, output, parameters: { APP_NAME: '<img src=x> & "sons"' } });
    const html = readFileSync(join(output, "index.html"), "utf8");
    const text = "&lt;img src=x&gt; &amp; &quot;sons&quot;";
    expect(html).toContain(`<title>${text}</title>`);
    expect(html).toContain(`${text}</header>`);
    expect(html).not.toContain("<img");
  });

  test("are not built with a look that would be more than that", async () => {
    const attempt = buildPages({ web, output, parameters: { APP_FONT: "x} body {display:none" } });
    await expect(attempt).rejects.toThrow(/font can't be/);
  });

  describe("with a logo", () => {
    let server: Server;
    let site: string;
    beforeAll(async () => {
      server = createServer(({ url }, response) => {
        response.setHeader("content-type", url === "/logo.svg" ? "image/svg+xml" : "text/html");
        response.end("<svg xmlns='http://www.w3.org/2000/svg'/>");
      }).listen(0, "127.0.0.1");
      await once(server, "listening");
      site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => server.close());

    test("serve it themselves", async () => {
      await buildPages({ web, output, parameters: { APP_LOGO_URL: `${site}/logo.svg` } });
      const html = readFileSync(join(output, "index.html"), "utf8");
      const [, path = ""] = /<header><img src="([^"]+)" alt="Our app"><\/header>/.exec(html) ?? [];
      expect(readFileSync(join(output, path), "utf8")).toContain("<svg");
      expect(built().includes(site)).toBe(false);
    });

    test("that is none are refused, but for the local stack, which may be offline", async () => {
      const parameters = { APP_LOGO_URL: `${site}/page` };
      const attempt = buildPages({ web, output, parameters });
      await expect(attempt).rejects.toThrow(/^APP_LOGO_URL can't be fetched: /);
      await buildPages({ web, output, parameters, inbox: "http://127.0.0.1:1080" });
      expect(readFileSync(join(output, "index.html"), "utf8")).toContain("Our app</header>");
    });
  });

  test("are not built of what Vite does not understand, and it says why", async () => {
    writeFileSync(join(output, "index.html"), "");
    writeFileSync(join(output, "vite.config.mts"), "export default {");
    const attempt = buildPages({ web: output, output: join(output, "dist"), parameters: {} });
    await expect(attempt).rejects.toThrow(/^The pages can't be built: .*vite\.config\.mts/s);
  });
});
