/** What check:deploy says of a project at its beginning, and of one that is half deployed. */
import { findingsIn, inState } from "./recorded";

test("a new project: the plan, the database, the secrets and Authentication, each with its command", async () => {
  const found = await findingsIn("new-project");
  const missing = found.filter(({ state }) => state === "missing");
  expect(missing.map(({ what, fix }) => [what, fix])).toEqual([
    [
      "the project is on the Blaze plan, for functions are deployed to no other",
      expect.stringContaining("gcloud billing projects link my-app --billing-account="),
    ],
    [
      "Firestore has the database (default) (5 checks not made)",
      "gcloud firestore databases create --database='(default)' --location=us-central1 --project my-app",
    ],
    [
      "Authentication is set up (1 checks not made)",
      expect.stringContaining("console.firebase.google.com/project/my-app/authentication"),
    ],
    ["the secret SMTP_URL is set", "npx firebase functions:secrets:set SMTP_URL"],
    ["the secret AUTH_KEYS is set", expect.stringMatching(/^node -p .* --data-file -$/)],
  ]);
  expect(inState("ok", found)).toContain(
    "the deployed functions run on nodejs24 or nodejs22: none is deployed yet",
  );
});

test("a half deployed project: what was found instead", async () => {
  const found = await findingsIn("half-deployed");
  expect(inState("missing", found)).toEqual([
    "the deployed functions run on nodejs24 or nodejs22: api on nodejs20",
    "every composite index is built: activity (userId ASCENDING, at DESCENDING) is CREATING; " +
      "users (search.starts CONTAINS, search.name ASCENDING) is not deployed",
    "documents with an end expire: no TTL policy for sessions.expireAt, outbox.expireAt",
    "the security rules in force are those of this project's file",
    "people sign in with e-mail and password: it is off",
    expect.stringMatching(/^the secret AUTH_KEYS is set: .*32 random bytes/),
    "servers may use WEB_API_KEY: it has browserKeyRestrictions",
  ]);
  expect(inState("unknown", found)).toEqual([]);
  expect(inState("ask", found)).toEqual(
    expect.arrayContaining([
      expect.stringContaining("it is in europe-west1"),
      "stored documents have the shape 2: they have 1",
    ]),
  );
  expect(JSON.stringify(found)).not.toContain("too-short");
});

test("Identity Platform is asked for only where blocking functions want it", async () => {
  const about = async (parameters: Record<string, string>) =>
    inState("missing", await findingsIn("well", parameters));
  expect(await about({})).toEqual([]);
  expect(await about({ BLOCKING_FUNCTIONS: "on" })).toEqual([
    "BLOCKING_FUNCTIONS is on: the project is upgraded to Identity Platform",
  ]);
});

test("the functions' region is held against the database's", async () => {
  const asked = async (region: string) =>
    inState("ask", await findingsIn("well", { FUNCTIONS_REGION: region })).join();
  expect(await asked("us-east1")).not.toContain("it is in nam5");
  expect(await asked("europe-west1")).toContain("it is in nam5");
});
