/** check:deploy in the situations that a first user meets: `recordings` has what the tools answer there. */
import { readdirSync } from "node:fs";
import type { Finding } from "../../check-deploy/check";
import { answersOf, findingsIn, inState, recordings } from "./recorded";

const compute = "123456789012-compute@developer.gserviceaccount.com";
const fixOf = (words: string, findings: Finding[]) =>
  findings.find(({ what }) => what.includes(words))?.fix;

test("all is well", async () => {
  const found = await findingsIn("well");
  expect([...inState("missing", found), ...inState("unknown", found)]).toEqual([]);
  expect(inState("ok", found)).toEqual(
    expect.arrayContaining([
      "the project is on the Blaze plan, for functions are deployed to no other",
      "Firestore has the database (default): in nam5",
      "every composite index is built",
      "documents with an end expire",
      "the security rules in force are those of this project's file",
      "stored documents have the shape 2",
      "people sign in with e-mail and password",
      "servers may use WEB_API_KEY",
      "the deployed functions run on nodejs24 or nodejs22",
    ]),
  );
});

test("logged out: that is said first and alone, with the commands, and nothing is missing", async () => {
  const found = await findingsIn("logged-out");
  expect(found).toEqual([
    {
      state: "unknown",
      what: "somebody is signed in to the Firebase CLI: nobody is (1 checks not made)",
      fix: "npx firebase login",
    },
    {
      state: "unknown",
      what: expect.stringMatching(
        /^somebody is signed in to gcloud: nobody is \(\d\d checks/,
      ) as string,
      fix: "gcloud auth login",
    },
  ]);
});

test("no project: the tools' own reasons, and nothing missing", async () => {
  const found = await findingsIn("no-project");
  expect(inState("missing", found)).toEqual([]);
  expect(inState("unknown", found)).toEqual([
    expect.stringContaining("Failed to list functions for my-app"),
    expect.stringMatching(/^gcloud sees the project my-app: .*may not exist.*\d\d checks not made/),
  ]);
});

test("an API that is off: which one, the command, and what could not be asked behind it", async () => {
  const found = await findingsIn("api-off");
  expect(inState("missing", found)).toEqual([
    "the API cloudtasks.googleapis.com is enabled",
    "the API firestore.googleapis.com is enabled (6 checks not made)",
  ]);
  expect(fixOf("cloudtasks", found)).toBe(
    "gcloud services enable cloudtasks.googleapis.com --project my-app",
  );
});

test("a role that is missing: which one, whose, and the command that gives it", async () => {
  const found = await findingsIn("role-missing");
  expect(inState("missing", found)).toEqual([
    expect.stringContaining("roles/firebaseauth.admin"),
    expect.stringContaining("roles/datastore.user"),
    expect.stringContaining("roles/cloudtasks.enqueuer"),
    expect.stringContaining("roles/iam.serviceAccountUser"),
    expect.stringContaining("roles/cloudbuild.builds.builder"),
  ]);
  expect(fixOf("datastore", found)).toBe(
    `gcloud projects add-iam-policy-binding my-app --role=roles/datastore.user --member=serviceAccount:${compute}`,
  );
});

test.each([...answersOf("well").keys()])(
  "what is not answered is not missing, and it is told why: %s",
  async (asked) => {
    const found = await findingsIn("well", {}, asked);
    expect(inState("missing", found)).toEqual([]);
    expect(inState("unknown", found)).toContainEqual(expect.stringContaining("it is away"));
  },
);

test("every answer says where its form is from", () => {
  const situations = readdirSync(recordings).map((file) => file.replace(".json", ""));
  const answers = situations.flatMap((name) => [...answersOf(name).values()]);
  expect(answers.filter(({ source }) => source === "")).toEqual([]);
});
