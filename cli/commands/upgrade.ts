import { upgradeDocuments } from "../admin/upgrade-documents";
import { asTyped, parseOptions } from "../command";
import { bringFiles, fileOptions } from "../init/main";
import { inPackage } from "../init/own-files";
import { targetOptions } from "../project/target";

/** Brings a project's files, and its stored documents, to what this version needs. */
export async function main(args: string[]): Promise<void> {
  const { project, "port-offset": portOffset } = targetOptions;
  const options = {
    ...{ ...fileOptions, "port-offset": portOffset },
    project: { type: project.type },
  } as const;
  const values = parseOptions(args, options, "upgrade");
  // This repository's own files are those of its version.
  if (inPackage) await bringFiles(values, "upgrade");
  if (values.project === undefined) {
    const command = asTyped("npm run upgrade -- --project <id>");
    console.log(
      `Stored documents are upgraded by the deployed functions; to look at them, or do it at once: ${command} [--dry-run]`,
    );
    return;
  }
  const target = { project: values.project, portOffset: Number(values["port-offset"]) };
  await upgradeDocuments(target, { dryRun: values["dry-run"] });
  // The SDKs keep connections open.
  process.exit(0);
}
