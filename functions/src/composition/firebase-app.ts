import { type App, getApps, initializeApp } from "firebase-admin/app";

/** The app that is there, or the one that the platform's environment describes. */
export const firebaseApp = (): App => getApps()[0] ?? initializeApp();

/** @throws {TypeError} Where neither the app nor the environment names the project. */
export function projectOf({ options }: App): string {
  const project = options.projectId ?? process.env.GCLOUD_PROJECT;
  if (!project) throw new TypeError("The Firebase project is not known: set GCLOUD_PROJECT.");
  return project;
}
