import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { getFunctions } from "firebase-admin/functions";
import { firestoreActivity } from "./activity/firestore-activity";
import { authKeysOnDemand } from "./auth-keys";
import { systemClock } from "./clock";
import { appOf, firebaseProject, type Project, projectOf } from "./composition/firebase-app";
import { ownAccess } from "./composition/own-access";
import { deployedSettings, local } from "./composition/own-settings";
import { type ProjectAccess, projectAccess } from "./composition/project-access";
import { projectAppCheck } from "./composition/project-app-check";
import { projectDatabase } from "./composition/project-database";
import { projectLimits } from "./composition/project-limits";
import { projectPasswordRules } from "./composition/project-password-rules";
import { projectReadiness } from "./composition/project-readiness";
import { projectSystem } from "./composition/project-system";
import type { ImportPorts } from "./accounts/import/import-users";
import type { Ports } from "./ports";
import { readSecret, type Settings } from "./config";
import type { SmtpServer } from "./config/smtp-url";
import type { Database } from "./database";
import { firebaseAccountImports } from "./identity/account-imports";
import { firebaseActionCodes } from "./identity/firebase-action-codes";
import { type AdminApi, adminApi } from "./identity/admin-api";
import { emulatorCustomTokens, firebaseCustomTokens } from "./identity/firebase-custom-tokens";
import { firebaseAccounts } from "./identity/firebase-accounts";
import { firebaseSignIn } from "./identity/firebase-sign-in";
import { ownUserAgent } from "./identity/own-calls";
import type { Invitations } from "./invitations/invitation";
import { firestoreInvitations } from "./invitations/firestore-invitations";
import { clientNetwork } from "./network/client-network";
import { firestoreIssuedCodes } from "./mail/issued-codes/firestore-issued-codes";
import { firestoreMailQueue } from "./mail/outbox/firestore-mail-queue";
import { request } from "./mail/outbox/life";
import { firestoreOutbox } from "./mail/outbox/firestore-outbox";
import type { MailQueue } from "./mail/outbox/mail-queue";
import { cloudMailTasks } from "./mail/outbox/cloud-mail-tasks";
import { mailQueueName } from "./mail/outbox/queue-name";
import { firestoreOutboxAdmin } from "./mail/outbox/admin/firestore-outbox-admin";
import type { MailTasks } from "./mail/outbox/mail-tasks";
import type { MailWorkerPorts } from "./mail/delivery/worker";
import { firestoreSessions } from "./sessions/firestore-sessions";
import { firestoreAccountRecords } from "./users/firestore-account-records";
import { firestoreUsers } from "./users/firestore-users";
import { firestoreUserImports } from "./users/import-documents";

/** Whether this is an instance of a function kit: the Firebase CLI says so when it loads, deploys and runs it. */
export const inKit = process.env.FIREBASE_KIT_INSTANCE_ID !== undefined;

/** Whether nothing is served: the CLI only asks what is to be deployed. */
export const analyzed = process.env.K_SERVICE === undefined;

/**
 * Stops an instance that could not serve any request, so that a deploy with a wrong parameter fails and the
 * previous version goes on serving. While the CLI analyzes the code, nothing is served (and no `K_SERVICE` set).
 *
 * @throws {TypeError} Naming each parameter; the platform logs it.
 */
export function requireValidParameters(): void {
  if (!analyzed) deployedSettings();
}

let built: Ports | undefined;
let builtForMail: MailWorkerPorts | undefined;

/** The real ports, built on the first request and kept: parameters have no value before that. */
export function ports(): Ports {
  return (built ??= buildPorts(firebaseProject(), deployedSettings(), ownAccess()));
}

/**
 * The ports of the mail worker. Built separately: nothing else knows the mail provider, or should wait for
 * Nodemailer to load.
 */
export async function mailPorts(): Promise<MailWorkerPorts> {
  return (builtForMail ??= await buildMailPorts(
    firebaseProject(),
    deployedSettings(),
    readSecret("SMTP_URL", process.env),
  ));
}

/** Wires the ports of a project, for this codebase and for scripts that administer it. */
export function buildPorts(
  firebase: Project,
  settings: Settings,
  { access, states, live, users }: ProjectAccess = projectAccess(firebase, settings),
): Ports {
  const database = projectDatabase(firebase, settings);
  const emulatorHost = process.env.FIREBASE_AUTH_EMULATOR_HOST;
  const projectId = projectOf(firebase);
  const accounts = firebaseAccounts(adminOf(firebase));
  const asksItself = settings.blockingFunctions === "on";
  const tasks = mailTasks(firebase);
  const userAgent = asksItself ? () => ownUserAgent(serverKeys, Date.now()) : undefined;
  return {
    access,
    signIn: firebaseSignIn({ apiKey: settings.webApiKey, emulatorHost, userAgent }),
    actionCodes: firebaseActionCodes({ apiKey: settings.webApiKey, emulatorHost }),
    accounts,
    customTokens: emulatorHost ? emulatorCustomTokens() : firebaseCustomTokens({ app: firebase }),
    users,
    records: firestoreAccountRecords(database, { ...settings, outboxEntry: request }),
    sessions: firestoreSessions(database, settings),
    activity: firestoreActivity(database, { keptDays: settings.activityDays }),
    states,
    live,
    clock: systemClock,
    newMarkId: () => randomUUID(),
    outbox: firestoreOutbox(database, tasks),
    mails: firestoreOutboxAdmin(database, tasks),
    issuedCodes: firestoreIssuedCodes(database, serverKeys),
    invitations: invitations(database, settings),
    passwords: projectPasswordRules(settings),
    appCheck: projectAppCheck(firebase, settings),
    limits: projectLimits(database, settings, serverKeys),
    networkOf: clientNetwork({ trustedProxies: settings.trustedProxies, local }),
    keys: serverKeys,
    readiness: projectReadiness(firebase, projectId, { states, accounts, database }),
    system: projectSystem(database, local),
    settings,
  };
}

/** Wires what the mail worker of a project needs. */
export async function buildMailPorts(
  firebase: Project,
  settings: Settings,
  server: SmtpServer,
): Promise<MailWorkerPorts> {
  const [{ smtpMailer }, { messageWriter }, { givenTemplates }] = await Promise.all([
    import("./mail/delivery/smtp-mailer"),
    import("./mail/messages/message"),
    import("./mail/messages/customize-mails"),
  ]);
  const database = projectDatabase(firebase, settings);
  const { mailFrom, appName, actionUrl, supportEmail } = settings;
  return {
    queue: mailQueue(database, settings),
    accounts: firebaseAccounts(adminOf(firebase)),
    users: firestoreUsers(database),
    mailer: smtpMailer({
      ...{ server, from: mailFrom, name: appName, replyTo: supportEmail },
      requireTls: !local,
    }),
    issuedCodes: firestoreIssuedCodes(database, serverKeys),
    invitations: invitations(database, settings),
    activity: firestoreActivity(database, { keptDays: settings.activityDays }),
    write: messageWriter(settings, givenTemplates() ?? templates),
    actionUrl,
  };
}

/** The database itself, for scripts that administer it. */
export const database = (): Database => projectDatabase(firebaseProject(), deployedSettings());

/** The ports for importing users, which the command line does alone. */
export function importPorts(): ImportPorts {
  const settings = deployedSettings();
  return {
    accounts: firebaseAccountImports(adminOf(firebaseProject())),
    users: firestoreUserImports(projectDatabase(firebaseProject(), settings)),
    roles: settings.roles,
  };
}

/** The ports for sweeping the outbox, which need no mail provider. */
export function outboxPorts(): { queue: MailQueue; tasks: MailTasks } {
  const settings = deployedSettings();
  const queue = mailQueue(projectDatabase(firebaseProject(), settings), settings);
  return { queue, tasks: mailTasks(firebaseProject()) };
}

const serverKeys = authKeysOnDemand(() => readSecret("AUTH_KEYS", process.env));

/** Beside the bundle's folder, and beside that of the sources. */
const templates = join(__dirname, "../templates");

function mailQueue(database: Database, { mailsPerMinute, mailsPerHour }: Settings): MailQueue {
  const limits = { perMinute: mailsPerMinute, perHour: mailsPerHour };
  return firestoreMailQueue(database, { limits });
}

function invitations(database: Database, { invitationDays: days }: Settings): Invitations {
  return firestoreInvitations(database, { days, keys: serverKeys });
}

function mailTasks(firebase: Project): MailTasks {
  return cloudMailTasks(() => getFunctions(appOf(firebase)), mailQueueName(process.env));
}

function adminOf(firebase: Project): AdminApi {
  const emulatorHost = process.env.FIREBASE_AUTH_EMULATOR_HOST;
  return adminApi({ app: firebase, projectId: projectOf(firebase), emulatorHost });
}
