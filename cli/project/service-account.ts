import type { Finding } from "./readiness";
import { found, Missing } from "./tools";

type Tool = (...args: string[]) => Promise<string>;

/** What the functions' service account needs in the project, and what for. */
const needed = {
  "roles/firebaseauth.admin": "administrates accounts",
  "roles/datastore.user": "reads and writes Firestore",
  "roles/cloudtasks.enqueuer": "enqueues mails",
  "roles/run.invoker": "delivers tasks and events",
  "roles/eventarc.eventReceiver": "receives events",
} as const;

/** Roles that the Firebase CLI gives to the default account at the first deploy. */
const granted: ReadonlySet<string> = new Set(["roles/run.invoker", "roles/eventarc.eventReceiver"]);

/** The basic roles, which hold the permissions of the other three. */
const basic = ["roles/owner", "roles/editor"];

/**
 * Checks the service account that the functions run as, and the one that builds them.
 *
 * @param account - that of `FUNCTIONS_SERVICE_ACCOUNT`; empty for the project's default one.
 */
export function serviceAccountChecks(
  project: string,
  account: string,
  gcloud: Tool,
): readonly (() => Promise<Finding>)[] {
  let asked: Promise<string> | undefined;
  const builder = () => (asked ??= defaultAccount(project, gcloud));
  const own = account === "" ? builder : () => Promise.resolve(account);
  const who = account === "" ? "the default service account" : account;
  const roles = Object.entries(needed).filter(([role]) => account !== "" || !granted.has(role));

  async function mustHave(email: string, role: string): Promise<void> {
    const held = await rolesOf(email, project, gcloud);
    const enough = granted.has(role) ? [role] : [role, ...basic];
    if (!enough.some((each) => held.includes(each))) throw new Missing();
  }

  return [
    ...roles.map(
      ([role, purpose]) =>
        () =>
          found(
            `${who} ${purpose} (${role})`,
            async () => mustHave(await own(), role),
            grant(project, account, role),
          ),
    ),
    () =>
      found(`${who} may act as itself, for tasks in its name (roles/iam.serviceAccountUser)`, () =>
        mayAsItself(asUser, own, project, gcloud),
      ),
    async () => {
      const what = `where apps ask for custom tokens: ${who} signs them in its own name (${signer.role}, and the API iamcredentials.googleapis.com)`;
      const finding = await found(what, () => mayAsItself(signer, own, project, gcloud));
      // Only the team knows whether its apps ask for any.
      return finding.state === "missing" ? { ...finding, state: "ask" } : finding;
    },
    () =>
      found(
        "the default service account builds functions (roles/cloudbuild.builds.builder)",
        async () => mustHave(await builder(), "roles/cloudbuild.builds.builder"),
      ),
  ];
}

/** The command that gives it the role. */
const grant = (project: string, account: string, role: string) =>
  `gcloud projects add-iam-policy-binding ${project} --role=${role} --member=serviceAccount:${account || "<project number>-compute@developer.gserviceaccount.com"}`;

async function defaultAccount(project: string, gcloud: Tool): Promise<string> {
  const number = await gcloud("projects", "describe", project, "--format=value(projectNumber)");
  return `${number.trim()}-compute@developer.gserviceaccount.com`;
}

async function rolesOf(email: string, project: string, gcloud: Tool): Promise<string[]> {
  const roles = await gcloud(
    ...["projects", "get-iam-policy", project, "--flatten=bindings[].members"],
    ...[`--filter=bindings.members:serviceAccount:${email}`, "--format=value(bindings.role)"],
  );
  return roles.split("\n").map((role) => role.trim());
}

/** What a service account may do with itself, and the roles of the project that hold it as well. */
interface OwnRight {
  role: string;
  within: readonly string[];
}

const asUser: OwnRight = { role: "roles/iam.serviceAccountUser", within: basic };
const signer: OwnRight = { role: "roles/iam.serviceAccountTokenCreator", within: [] };

async function mayAsItself(
  { role, within }: OwnRight,
  account: () => Promise<string>,
  project: string,
  gcloud: Tool,
): Promise<void> {
  const email = await account();
  const held = await rolesOf(email, project, gcloud);
  if ([role, ...within].some((each) => held.includes(each))) return;
  const policy = await gcloud("iam", "service-accounts", "get-iam-policy", email, "--format=json");
  const { bindings = [] } = JSON.parse(policy || "{}") as {
    bindings?: { role: string; members: string[] }[];
  };
  const members = bindings.filter((each) => each.role === role).flatMap((each) => each.members);
  if (!members.includes(`serviceAccount:${email}`)) throw new Missing();
}
