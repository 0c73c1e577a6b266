import type { ProjectFiles } from "./firestore/files";

/** A project as it is about to be deployed. */
export interface Plan {
  project: string;
  /** Those that a file gives another value than the default. */
  parameters: Readonly<Record<string, string>>;
  files: ProjectFiles;
}
