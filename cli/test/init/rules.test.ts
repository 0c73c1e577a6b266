import { readOwnFiles } from "../../init/own-files";
import { defaultCollections } from "../../../functions/src/database/collections";
import { mergeRules as merge } from "../../init/rules";

const { rules: ours } = readOwnFiles();
const mergeRules = (theirs: string, rules: string) => merge(theirs, rules, defaultCollections);
const around = (body: string, database = "database") =>
  `rules_version = '2';\nservice cloud.firestore {\n  match /databases/{${database}}/documents {\n${body}\n  }\n}\n`;
const notes = "    match /notes/{id} { allow read: if request.auth != null; }";

test("where there are no rules yet, ours are all, and may be updated", () => {
  const { text, notes: said } = mergeRules("", ours);
  const lines = (rules: string) => rules.split("\n").filter((line) => /\S/.test(line));
  expect(lines(text).filter((line) => !line.includes("firebase-auth-backend"))).toEqual(
    lines(ours),
  );
  expect(said).toEqual([]);
  expect(mergeRules(text, ours).text).toBe(text);
});

describe("rules of a team's own", () => {
  const theirs = around(notes);
  const { text } = mergeRules(theirs, ours);

  test("keep every line, around our block", () => {
    const [before, rest = ""] = text.split(/^ *\/\/ firebase-auth-backend: begin.*\n/m);
    const [block = "", after] = rest.split(/^ *\/\/ firebase-auth-backend: end\n/m);
    expect(`${before}${after}`).toBe(theirs);
    expect(block).toContain("match /users/{uid} {");
    expect(block).toContain("function isSignedIn()");
  });

  test("are the same after another run", () => {
    expect(mergeRules(text, ours).text).toBe(text);
  });

  test("get the block of a later version in the place of the earlier one", () => {
    const later = ours.replace("function isSelf(uid) {", "function isSelf(uid) {\n      // later");
    const updated = mergeRules(text, later).text;
    expect(updated).toBe(
      text.replace("function isSelf(uid) {", "function isSelf(uid) {\n      // later"),
    );
  });
});

test("a database that they call otherwise is called so in ours, too", () => {
  const { text } = mergeRules(around(notes, "db"), ours);
  expect(text).toContain("get(/databases/$(db)/documents/users/");
  expect(text).not.toContain("$(database)");
});

test("a function whose name is taken is called otherwise, wherever ours call it", () => {
  const taken =
    "    function isSignedIn() { return true; }\n    function isName(x) { return true; }";
  const { text, notes: said } = mergeRules(around(taken), ours);
  expect(text.match(/function isSignedIn\(/g)).toHaveLength(1);
  expect(text).toContain("allow get: if authBackend_isSignedIn() && (isSelf(uid)");
  expect(text).toContain("|| authBackend_isName(request.resource.data.firstName)");
  expect(said.join()).toContain("isSignedIn");
  expect(mergeRules(text, ours).text).toBe(text);
});

test("braces and words in comments and in quotes are none", () => {
  const odd =
    "    // match /databases/{no}/documents { }\n    /* } function isAdmin() */\n    match /a/{b} { allow read: if resource.data.x != '}' ; }";
  const { text } = mergeRules(around(odd), ours);
  expect(text).toContain("function isAdmin()");
  expect(text.trimEnd().split("\n").slice(-4, -2).join("\n")).toBe(
    odd.split("\n").slice(1).join("\n"),
  );
});

test("a block for users of their own is pointed out", () => {
  const { notes: said } = mergeRules(around("    match /users/{id} { allow read; }"), ours);
  expect(said.join()).toContain("users/{…}");
});

describe("what can't be merged safely is refused:", () => {
  test.each([
    ["no block for documents", "rules_version = '2';", "no block"],
    ["a block that does not end", "match /databases/{d}/documents {", "no block"],
    ["a wildcard", around("    match /{document=**} { allow read: if isOn(); }"), "every document"],
    [
      "one that also allows",
      around("    match /{all=**} { allow read: if false; allow write; }"),
      "every document",
    ],
    ["one mark alone", around("    // firebase-auth-backend: begin"), "marks"],
  ])("%s", (_what, theirs, why) => {
    expect(() => mergeRules(theirs, ours)).toThrow(why);
  });

  test.each([
    ["that closes all", "    match /{document=**} { allow read, write: if false; }"],
    ["below a collection", "    match /notes/{id} { match /{rest=**} { allow read: if true; } }"],
  ])("but not a wildcard %s", (_what, body) => {
    expect(mergeRules(around(body), ours).text).toContain(body);
  });
});
