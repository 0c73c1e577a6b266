import { type Check, Missing } from "./check";
import { once, type Tools } from "./tools";

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

/** Who may do what: of a project, or with a service account. */
interface Policy {
  bindings?: { role: string; members: string[] }[];
}

const holds = ({ bindings = [] }: Policy, roles: readonly string[], email: string) =>
  bindings.some(
    ({ role, members }) => roles.includes(role) && members.includes(`serviceAccount:${email}`),
  );

/**
 * Checks the service account that the functions run as, and the one that builds them.
 *
 * @param account - that of `FUNCTIONS_SERVICE_ACCOUNT`; empty for the project's default one.
 * @param number - asks for the project's number.
 */
export function serviceAccountChecks(
  project: string,
  account: string,
  { read }: Tools,
  number: () => Promise<string>,
): readonly Check[] {
  const builder = async () => `${await number()}-compute@developer.gserviceaccount.com`;
  const own = account === "" ? builder : () => Promise.resolve(account);
  const who = account === "" ? "the default service account" : account;
  const roles = Object.entries(needed).filter(([role]) => account !== "" || !granted.has(role));
  const policy = once(() => read<Policy>("projects", "get-iam-policy", project));
  const policyOfOwn = once(async () =>
    read<Policy>("iam", "service-accounts", "get-iam-policy", await own()),
  );

  const mustHave = async (email: string, role: string) => {
    const enough = granted.has(role) ? [role] : [role, ...basic];
    if (holds(await policy(), enough, email)) return undefined;
    throw new Missing("", `gcloud projects add-iam-policy-binding ${project} ${to(email, role)}`);
  };
  const mayWithItself = async (role: string, within: readonly string[]) => {
    const email = await own();
    if (holds(await policy(), [role, ...within], email)) return undefined;
    if (holds(await policyOfOwn(), [role], email)) return undefined;
    const binding = `gcloud iam service-accounts add-iam-policy-binding ${email}`;
    throw new Missing("", `${binding} ${to(email, role)} --project ${project}`);
  };

  return [
    ...roles.map(([role, purpose]): Check => ({
      what: `${who} ${purpose} (${role})`,
      look: async () => mustHave(await own(), role),
    })),
    {
      what: `${who} may act as itself, for tasks in its name (${asUser})`,
      look: () => mayWithItself(asUser, basic),
    },
    {
      what: `where apps ask for custom tokens: ${who} signs them in its own name (${signer}, and the API iamcredentials.googleapis.com)`,
      look: () => mayWithItself(signer, []),
      optional: true,
    },
    {
      what: "the default service account builds functions (roles/cloudbuild.builds.builder)",
      look: async () => mustHave(await builder(), "roles/cloudbuild.builds.builder"),
    },
  ];
}

const to = (email: string, role: string) => `--role=${role} --member=serviceAccount:${email}`;

/** What a service account may do with itself. */
const asUser = "roles/iam.serviceAccountUser";
const signer = "roles/iam.serviceAccountTokenCreator";
