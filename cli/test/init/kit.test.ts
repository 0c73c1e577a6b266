import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOwnFiles } from "../../init/own-files";
import { planFor } from "../../init/plan";

const own = readOwnFiles();

/** A project with a kit, as `firebase functions:kits:install` leaves it, whose instances have documents of their own. */
describe("a project with a function kit", () => {
  let folder: string;
  afterEach(() => rmSync(folder, { recursive: true }));
  const has = (...instances: string[]) => {
    folder = mkdtempSync(join(tmpdir(), "kit-"));
    const configured = instances.map((name) => [name, `function-kits/config-${name}`] as const);
    const kit = { kit: "auth", source: "function-kits/source" };
    const functions = [{ ...kit, instances: Object.fromEntries(configured) }];
    write("firebase.json", JSON.stringify({ functions, hosting: {} }));
    mkdirSync(join(folder, kit.source), { recursive: true });
    write(`${kit.source}/.env`, "COLLECTIONS=users=not-read");
    for (const [name, path] of configured) {
      mkdirSync(join(folder, path));
      write(`${path}/.env`, `COLLECTIONS=users=${name}-users,authState=${name}-states\n`);
    }
  };
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  /** Writes what is planned, and gives the paths. */
  const init = (codebase?: string) => {
    const { changes } = planFor(folder, own, { codebase });
    for (const { path, after } of changes) write(path, after);
    return changes.map(({ path }) => path);
  };

  test("has the names and parameters of its one instance, and the way to its API", () => {
    has("blue");
    expect(init()).toEqual([
      "firebase.json",
      "firestore.rules",
      "firestore.indexes.json",
      "function-kits/config-blue/.env",
    ]);
    expect(read("firebase.json")).toContain('"function": "kit-blue-api"');
    expect(read("firestore.rules")).toContain("match /blue-users/{uid} {");
    expect(read("firestore.rules")).not.toContain("not-read");
    expect(read("firestore.indexes.json")).toContain('"collectionGroup": "blue-states"');
    expect(read("function-kits/config-blue/.env")).toContain("# MAIL_FROM=");
    expect(init()).toEqual([]);
  });

  test("has rules and indexes for each of several, in whatever order and however often it is run", () => {
    has("blue", "green-1");
    expect(() => init()).toThrow("--codebase which one of blue, green-1");
    init("blue");
    init("green-1");
    for (const name of ["blue", "green-1"]) {
      expect(read("firestore.rules")).toContain(`match /${name}-users/{uid} {`);
      expect(read("firestore.indexes.json")).toContain(`"collectionGroup": "${name}-states"`);
      expect(read(`function-kits/config-${name}/.env`)).toContain("# MAIL_FROM=");
    }
    const functions = [...read("firestore.rules").matchAll(/function (\w+)\(/g)].map(([, f]) => f);
    expect(new Set(functions).size).toBe(functions.length);
    expect(functions).toContain("authBackend_green_1_isSelf");
    expect([...init("blue"), ...init("green-1"), ...init("blue")]).toEqual([]);
  });
});
