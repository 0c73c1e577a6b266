import { mergeConfiguration } from "../../init/configuration";
import { mergeIndexes } from "../../init/indexes";
import { readOwnFiles } from "../../init/own-files";

const { indexes: ours } = readOwnFiles();
const wishes = { apiFunction: "api", database: "(default)" };

describe("firebase.json", () => {
  const theirs = `{
    // the shop
    "functions": { "source": "functions" },
    "hosting": {
        "public": "dist",
        "rewrites": [{ "source": "**", "destination": "/index.html" }]
    },
    "firestore": { "rules": "security/own.rules", "indexes": "security/own.json" }
}
`;

  test("gets the way to the API before all others, and keeps its own text", () => {
    const { text, notes } = mergeConfiguration(theirs, wishes);
    const [before = "", after = ""] = theirs.split(/ *"rewrites".*\n/);
    expect(text.startsWith(before)).toBe(true);
    expect(text.endsWith(after)).toBe(true);
    expect(text.indexOf('"/api/**"')).toBeLessThan(text.indexOf('"**"'));
    expect(notes).toEqual([]);
  });

  test("is the same after another run", () => {
    const { text } = mergeConfiguration(theirs, wishes);
    expect(mergeConfiguration(text, wishes).text).toBe(text);
  });

  test("names the files of Firestore where it did not", () => {
    const { text, notes } = mergeConfiguration('{ "functions": {} }', wishes);
    expect(JSON.parse(text)).toEqual({
      functions: {},
      firestore: { rules: "firestore.rules", indexes: "firestore.indexes.json" },
    });
    expect(notes.join()).toContain("no Hosting");
  });

  test("of several sites changes the one that is named, and none otherwise", () => {
    const several = JSON.stringify({ hosting: [{ target: "blog" }, { target: "shop" }] });
    const { text } = mergeConfiguration(several, { ...wishes, site: "shop" });
    expect((JSON.parse(text) as { hosting: unknown }).hosting).toEqual([
      { target: "blog" },
      { target: "shop", rewrites: [{ source: "/api/**", function: "api" }] },
    ]);
    const unnamed = mergeConfiguration(several, wishes);
    expect(unnamed.text).not.toContain("/api/**");
    expect(unnamed.notes.join()).toContain("--site");
  });
});

describe("firestore.indexes.json", () => {
  const theirs = `{ "indexes": [ { "collectionGroup": "notes", "queryScope": "COLLECTION",
    "fields": [{ "fieldPath": "at", "order": "DESCENDING" }] } ],
  "fieldOverrides": [ { "collectionGroup": "outbox", "fieldPath": "expireAt", "ttl": false, "indexes": [] } ] }
`;
  const { text, notes } = mergeIndexes(theirs, ours);

  test("gets what is missing, and keeps what is there", () => {
    const read = (json: string) =>
      JSON.parse(json) as { indexes: unknown[]; fieldOverrides: { collectionGroup: string }[] };
    expect(read(text).indexes).toEqual([...read(theirs).indexes, ...read(ours).indexes]);
    expect(read(text).fieldOverrides).toEqual([
      ...read(theirs).fieldOverrides,
      ...read(ours).fieldOverrides.filter(({ collectionGroup }) => collectionGroup !== "outbox"),
    ]);
    expect(notes.join()).toContain("outbox.expireAt");
  });

  test("is the same after another run", () => {
    expect(mergeIndexes(text, ours).text).toBe(text);
    expect(mergeIndexes(ours, ours)).toEqual({ text: ours, notes: [] });
  });
});
