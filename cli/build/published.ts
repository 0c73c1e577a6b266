/** What is used of a `package.json`. */
type Manifest = object & { private?: boolean };

/**
 * Makes a `package.json` one that npm publishes: nothing keeps it private, and it names the repository that provenance is
 * checked against, where GitHub says which it is.
 */
export function published<T extends Manifest>(
  { private: _, ...manifest }: T,
  repository = process.env.GITHUB_REPOSITORY,
): Omit<T, "private"> & { repository?: object } {
  if (repository === undefined) return manifest;
  const url = `git+https://github.com/${repository}.git`;
  return { ...manifest, repository: { type: "git", url } };
}
