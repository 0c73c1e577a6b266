import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backEndIn, projectAround } from "../../dev/project-folder";

const folder = mkdtempSync(join(tmpdir(), "back-ends-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The folder with the parameters of the back end that a command in this project works on. */
function parametersOf(functions: object, environment: NodeJS.ProcessEnv = {}): string {
  writeFileSync(join(folder, "firebase.json"), JSON.stringify({ functions }));
  return backEndIn(projectAround(folder), environment).folder;
}

const depends = (source: string, on: string) => {
  mkdirSync(join(folder, source), { recursive: true });
  const dependencies = { [on]: "*" };
  writeFileSync(join(folder, source, "package.json"), JSON.stringify({ dependencies }));
};
depends("shop", "firebase-functions");
depends("auth", "firebase-auth-backend");
depends("kit", "firebase-auth-backend-kit");
const shop = { source: "shop", codebase: "shop" };
const kit = (...names: string[]) => {
  const instances = Object.fromEntries(names.map((name) => [name, `config-${name}`]));
  return { kit: "auth", source: "kit", instances };
};

test("of several codebases a command works on the one that has the back end", () => {
  expect(parametersOf([shop, { source: "auth", codebase: "auth" }])).toBe("auth");
});

test("of a kit it works on the instance, not on the kit's source", () => {
  expect(parametersOf([shop, kit("blue")])).toBe("config-blue");
});

test("of several instances it works on the one that is named, and on none without a name", () => {
  const both = [shop, kit("blue", "green")];
  const named = (name: string) => parametersOf(both, { FIREBASE_KIT_INSTANCE_ID: name });
  expect([named("green"), named("blue")]).toEqual(["config-green", "config-blue"]);
  expect(() => named("red")).toThrow("must be one of blue, green");
  expect(() => parametersOf(both)).toThrow("must be one of blue, green");
});
