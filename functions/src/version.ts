/** What the build puts in the place of this name. */
declare const BUILT_VERSION: string | undefined;

/**
 * Which build this is: the package's version and, where the build knew it, the commit (`0.1.0+1f2e3d4c5b6a`).
 * `development` in sources that were not built.
 */
export const version = typeof BUILT_VERSION === "string" ? BUILT_VERSION : "development";
