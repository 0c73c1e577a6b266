import type { CollectionName, Collections } from "../../functions/src/database/collections";
import type { OwnFiles } from "./own-files";

/** Gives our rules and indexes the names that a project has for our collections. */
export function withNames(own: OwnFiles, names: Collections): OwnFiles {
  const theirs = (name: string) => names[name as CollectionName];
  const inRules = /(\/documents\/|\bmatch \/)(\w+)(?=\/[{$])/g;
  const inIndexes = /("collectionGroup": ")(\w+)/g;
  const rename = (whole: string, before: string, name: string) =>
    name === "databases" ? whole : before + theirs(name);
  return {
    ...own,
    rules: own.rules.replace(inRules, rename),
    indexes: own.indexes.replace(inIndexes, rename),
  };
}
