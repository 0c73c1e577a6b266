import { type App, getApps, initializeApp } from "firebase-admin/app";
import type { Account } from "../identity/platform/access-tokens";
import { metadataCredential } from "../identity/platform/metadata-credential";

/** A Firebase project and the right to act in it: an app, or the one that is made when the SDK needs one. */
export interface Project {
  readonly options: Account & { readonly projectId?: string | undefined };
}

/** The app that is there, or the one that the platform's environment describes. */
export const firebaseApp = (): App => getApps()[0] ?? initializeApp();

/**
 * The project of the app that is there, or that the platform's environment describes: making an app loads what looks for
 * credentials, which takes longer than most requests.
 */
export const firebaseProject = (): Project => getApps()[0] ?? undeclared;

/** The app of a project. */
export const appOf = (project: Project): App =>
  project === undeclared ? firebaseApp() : (project as App);

/** @throws {TypeError} Where neither the app nor the environment names the project. */
export function projectOf({ options }: Project): string {
  const project = options.projectId ?? process.env.GCLOUD_PROJECT;
  if (!project) throw new TypeError("The Firebase project is not known: set GCLOUD_PROJECT.");
  return project;
}

const undeclared: Project = {
  options: {
    get projectId() {
      return process.env.GCLOUD_PROJECT ?? firebaseApp().options.projectId;
    },
    get credential() {
      return isOnPlatform()
        ? metadataCredential({ host: process.env.GCE_METADATA_HOST })
        : firebaseApp().options.credential;
    },
    get serviceAccountId() {
      return firebaseApp().options.serviceAccountId;
    },
  },
};

/** A deployed function acts as its service account, unless credentials of another are named. */
const isOnPlatform = () =>
  process.env.K_SERVICE !== undefined && !process.env.GOOGLE_APPLICATION_CREDENTIALS;
