/** check:deploy against what the tools answer in the situations that a first user meets. */
import { apis } from "../../../functions/src/config";
import { checkProject } from "../../project/project-checks";
import type { Finding } from "../../project/readiness";
import type { Run } from "../../project/tools";

const account = "123-compute@developer.gserviceaccount.com";
const key = "A".repeat(43);

/** What each command answers where all is well: the first line whose words it has. */
const well: [words: string, answer: string][] = [
  ["login:list", "Logged in as ada@example.com"],
  ["auth list", "ada@example.com"],
  ["functions:list", ""],
  ["secrets:access SMTP_URL", "smtps://u:p@smtp.example.com:465\n"],
  ["secrets:access AUTH_KEYS", `${key}\n`],
  ["services list", Object.keys(apis).join("\n")],
  ["ttls list", "ACTIVE\n"],
  ["projects describe", "123\n"],
  ["service-accounts get-iam-policy", "{}"],
  ["projects get-iam-policy", ["roles/editor", "roles/cloudbuild.builds.builder"].join("\n")],
];

type Answer = string | { stderr: string };

async function findings(...changed: [words: string, answer: Answer][]): Promise<Finding[]> {
  const answers: [string, Answer][] = [...changed, ...well];
  const run: Run = (command, args) => {
    const line = [command, ...args].join(" ");
    const [, answer] = answers.find(([words]) => line.includes(words)) ?? [];
    if (answer === undefined) throw new Error(`Nobody has recorded: ${line}`);
    return typeof answer === "string"
      ? Promise.resolve(answer)
      : Promise.reject(Object.assign(new Error("Command failed"), answer));
  };
  return checkProject("my-app", run, {});
}

const inState = (state: Finding["state"], found: Finding[]) =>
  found.filter((each) => each.state === state);

test("all is well", async () => {
  const found = await findings();
  expect([...inState("missing", found), ...inState("unknown", found)]).toEqual([]);
});

test("logged out: nothing is missing, and what to do is said first", async () => {
  const found = await findings(
    ["login:list", 'No authorized accounts, run "firebase login"\n'],
    ["auth list", "\n"],
  );
  expect(inState("unknown", found).map(({ what }) => what)).toEqual([
    expect.stringContaining("nobody is signed in: npx firebase login"),
    expect.stringContaining("nobody is signed in: gcloud auth login"),
  ]);
  expect(found).toHaveLength(2);
});

test("no project: the tools' own reason, and nothing missing", async () => {
  const refused = { stderr: "ERROR: Project my-app was not found or you may not use it.\n" };
  const found = await findings(["functions:list", refused], ["services list", refused]);
  expect(found.map(({ state }) => state)).toEqual(["unknown", "unknown"]);
  expect(found[0]?.what).toContain("Project my-app was not found");
});

test("an API that is off: which one, and the command that switches it on", async () => {
  const found = await findings(["services list", "firestore.googleapis.com\n"]);
  expect(inState("unknown", found)).toEqual([]);
  expect(inState("missing", found)).toContainEqual({
    state: "missing",
    what: "the API cloudtasks.googleapis.com is enabled",
    fix: "gcloud services enable cloudtasks.googleapis.com --project my-app",
  });
});

test("a role that is missing: which one, whose, and the command that gives it", async () => {
  const found = await findings(["projects get-iam-policy", "roles/cloudbuild.builds.builder"]);
  const { fix } = inState("missing", found).find(({ what }) => what.includes("datastore"))!;
  expect(fix).toBe(
    `gcloud projects add-iam-policy-binding my-app --role=roles/datastore.user --member=serviceAccount:${account.replace("123", "<project number>")}`,
  );
});

test("one answer that fails is no word on anything else", async () => {
  const denied = { stderr: "ERROR: (gcloud) PERMISSION_DENIED\n" };
  const found = await findings(["ttls list", denied]);
  expect(inState("missing", found)).toEqual([]);
  expect(inState("unknown", found)).toHaveLength(8);
});
