import { makeCreatePackage } from "./create-package";
import { makeKitPackage } from "./kit-package";
import { makePackage } from "./package";

/** The tarballs of the three packages. */
export interface Packed {
  main: string;
  create: string;
  kit: string;
}

/** Makes all three in a folder. */
export async function makePackages(folder: string): Promise<Packed> {
  const [main, create] = await Promise.all([makePackage(folder), makeCreatePackage(folder)]);
  return { main, create, kit: makeKitPackage(folder, main) };
}
