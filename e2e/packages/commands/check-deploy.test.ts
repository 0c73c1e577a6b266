/** `npx firebase-auth-backend check-deploy`, in a project that has the package, with tools that nobody is signed in to. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter } from "node:path";
import { bin } from "./on-stack";
import { Project } from "../project";

const project = new Project("javascript", "functions");
const tools = project.path("tools");

beforeAll(() => {
  const functions = { source: "functions", runtime: "nodejs20" };
  writeFileSync(project.path("firebase.json"), JSON.stringify({ functions }));
  project.install("functions", 13);
  mkdirSync(tools);
  // As they are recorded in cli/test/check-deploy.
  const answers = {
    npx: "echo \"No authorized accounts, run 'firebase login'\"",
    gcloud: "exit 0",
  };
  for (const [name, line] of Object.entries(answers)) {
    writeFileSync(project.path("tools", name), `#!/bin/sh\n${line}\n`);
    chmodSync(project.path("tools", name), 0o755);
  }
});
afterAll(() => project.remove());

function checkDeploy(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [project.path(bin), "check-deploy", "--project", "my-app", ...options],
    {
      cwd: project.folder,
      encoding: "utf8",
      env: { ...process.env, PATH: [tools, process.env.PATH].join(delimiter) },
    },
  );
  return { status, lines: stdout.trim().split("\n"), stderr };
}

test("says first that nobody is signed in, with the commands, and then what it finds here", () => {
  const { status, lines, stderr } = checkDeploy();
  expect(lines.slice(0, 4)).toEqual([
    expect.stringMatching(/^unknown {2}somebody is signed in to the Firebase CLI: nobody is/),
    "         npx firebase login",
    expect.stringMatching(/^unknown {2}somebody is signed in to gcloud: nobody is/),
    "         gcloud auth login",
  ]);
  expect(lines).toContainEqual(expect.stringMatching(/^MISSING .*nodejs20 is named/));
  expect(lines).toContainEqual(expect.stringMatching(/^MISSING {2}WEB_API_KEY must be set/));
  expect(lines.join()).toContain("npx firebase-auth-backend admin grant");
  expect(stderr).toMatch(/^For my-app, \d+ missing and 2 that could not be checked/);
  expect(status).toBe(1);
});

test("offline, it asks nobody", () => {
  const { status, lines } = checkDeploy("--offline");
  expect(lines.join()).not.toContain("signed in");
  expect(status).toBe(1);
});

test("the local stack's project is none to deploy to", () => {
  expect(checkDeploy("--project", "demo-app")).toMatchObject({ status: 1, lines: [""] });
});
