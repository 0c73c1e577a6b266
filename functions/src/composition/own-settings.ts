import { readSettings, type Settings } from "../config";

/** Code on the local stack; a deployed function never has this set. */
export const local = process.env.FUNCTIONS_EMULATOR === "true";

/** @throws {TypeError} Naming each parameter that is wrong. */
export const deployedSettings = (): Settings => readSettings(process.env, { local });
