import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { collectionsOf, defaultCollections } from "../../../functions/src/database/collections";
import { withNames } from "../../init/names";
import { readOwnFiles } from "../../init/own-files";
import { planFor } from "../../init/plan";

const own = readOwnFiles();

test("without other names, rules and indexes are as they are", () => {
  expect(withNames(own, defaultCollections)).toEqual(own);
});

describe("a project with names of its own", () => {
  const folder = mkdtempSync(join(tmpdir(), "names-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "functions"));
  const project = (firestore: object | undefined, parameters: string) => {
    const configuration = { functions: { source: "functions" }, firestore };
    writeFileSync(join(folder, "firebase.json"), JSON.stringify(configuration));
    writeFileSync(join(folder, "functions/.env"), parameters);
    const { changes } = planFor(folder, own, {});
    return new Map(changes.map(({ path, after }) => [path, after]));
  };
  const collections = "COLLECTIONS=users=members,authState=states,sessions=logins,outbox=mails";

  test("has them in its rules", () => {
    const rules = project(undefined, collections).get("firestore.rules") ?? "";
    expect(rules.match(/match \/\w+\/\{\w+\} \{/g)).toEqual(["match /members/{uid} {"]);
    expect(rules.match(/\/documents\/\w+/g)).toEqual(["/documents/members", "/documents/states"]);
  });

  test("has them in its indexes and TTL policies, and no others", () => {
    const indexes = project(undefined, collections).get("firestore.indexes.json") ?? "";
    const named = [...indexes.matchAll(/"collectionGroup": "(\w+)"/g)].map(([, name]) => name);
    const names = collectionsOf({
      ...{ users: "members", authState: "states", sessions: "logins", outbox: "mails" },
    });
    expect(named).toEqual(expect.arrayContaining(["states", "logins", "mails"]));
    expect(named.every((name) => Object.values(names).includes(name ?? ""))).toBe(true);
  });

  test("has a database of its own beside another one", () => {
    const firestore = [{ database: "(default)", rules: "shop.rules", indexes: "shop.json" }];
    const changed = project(firestore, "FIRESTORE_DATABASE=auth-db");
    expect(JSON.parse(changed.get("firebase.json") ?? "")).toMatchObject({
      firestore: [
        ...firestore,
        {
          database: "auth-db",
          rules: "firestore.auth-db.rules",
          indexes: "firestore.auth-db.indexes.json",
        },
      ],
    });
    expect([...changed.keys()]).toEqual([
      "firebase.json",
      "firestore.auth-db.rules",
      "firestore.auth-db.indexes.json",
      "functions/.env",
    ]);
  });

  test("is refused where firebase.json describes another database alone, with what to write", () => {
    expect(() => project({ rules: "shop.rules" }, "FIRESTORE_DATABASE=auth-db")).toThrow(
      'make it a list, and add {"database":"auth-db"',
    );
  });

  test.each(["COLLECTIONS=users=outbox", "FIRESTORE_DATABASE=No"])("is refused with %s", (line) => {
    expect(() => project(undefined, line)).toThrow(`functions/.env: ${line.split("=")[0]} must `);
    expect(() => readFileSync(join(folder, "firestore.rules"))).toThrow("ENOENT");
  });
});
