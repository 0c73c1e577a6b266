import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildMailPorts } from "../../../src/composition";
import { readSettings } from "../../../src/config";
import { parseSmtpUrl } from "../../../src/config/smtp-url";
import { firebaseApp } from "../../../src/composition/firebase-app";
import { customizeMails } from "../../../src/library";
import { parameters, projectId } from "../../../testing/parameters";
import { ada, at } from "../../../testing/mail/every-mail";

test("a team's own templates are those that the mail worker uses, and the HTML one escapes", async () => {
  const templates = mkdtempSync(join(tmpdir(), "templates-"));
  writeFileSync(join(templates, "mail.html.eta"), "<h1><%= it.greeting %></h1>");
  writeFileSync(join(templates, "mail.txt.eta"), "<%= it.greeting %> (<%= it.kind %>)");
  process.env.GCLOUD_PROJECT = projectId;
  const undo = customizeMails({ templates });
  const server = parseSmtpUrl("smtp://127.0.0.1:1");
  const { write } = await buildMailPorts(firebaseApp(), readSettings(parameters), server);
  const recipient = { ...ada("en"), firstName: "<b>" };
  expect(write({ kind: "password-changed", at }, recipient)).toMatchObject({
    html: "<h1>Hello &lt;b&gt;,</h1>\n",
    text: "Hello <b>, (password-changed)\n",
  });
  undo();
  rmSync(templates, { recursive: true });
});
