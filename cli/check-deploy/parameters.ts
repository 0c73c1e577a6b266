import { existsSync } from "node:fs";
import { join } from "node:path";
import { defaultParameters, parameterFlaws } from "../../functions/src/config";
import { inPackage } from "../init/own-files";
import { deployParameters } from "../project/parameters";
import { parametersFolder } from "../project/place";
import type { Finding } from "./check";

/** Checks what can be checked without leaving this machine: the parameters of a project. */
export function checkParameters(project: string, folder = parametersFolder()): Finding[] {
  const named = deployParameters(project, folder);
  const files = `functions/.env or functions/.env.${project}`;
  // The CLI asks a person, but fails without one, for each parameter that no file names.
  const unnamed = Object.keys(defaultParameters()).filter((name) => !(name in named));
  return [
    ...parameterFlaws(named).map((flaw): Finding => ({
      state: "missing",
      what: `${flaw} (${files})`,
    })),
    ...(unnamed.length > 0
      ? [
          {
            state: "ask" as const,
            what: `at their defaults, which a deploy without a terminal wants in ${files}: ${unnamed.join(", ")}`,
          },
        ]
      : []),
    ...(named.BLOCKING_FUNCTIONS === "on" ? askAboutBlocking : []),
    ...(named.APP_CHECK_CONSUME ? [consumer] : []),
    ...(inPackage ? [] : [buildOf(folder)]),
  ];
}

const buildOf = (folder: string): Finding =>
  existsSync(join(folder, "lib/index.js"))
    ? { state: "ok", what: "the functions are built" }
    : { state: "ask", what: "the functions are not built yet; a deploy builds them" };

/** What blocking functions want; docs/limits.md explains it. */
const askAboutBlocking: readonly Finding[] = [
  "BLOCKING_FUNCTIONS is on: no other code deploys beforeUserCreated or beforeUserSignedIn, for there is room for one of each",
  "BLOCKING_FUNCTIONS is on: the password policy under Authentication › Settings asks for PASSWORD_MIN_LENGTH characters as well, for blocking functions are told no password",
].map((what) => ({ state: "ask", what }));

const consumer: Finding = {
  state: "ask",
  what: "APP_CHECK_CONSUME is set: the functions' service account has the role Firebase App Check Token Verifier",
};

/** What no command can check; the README's checklist explains it. */
export const askAPerson: readonly Finding[] = [
  "where people sign in with Google: it is enabled under Authentication › Sign-in method",
  "the organization lets allUsers invoke functions: see docs/operations.md where it restricts sharing to its own domain",
  "the first Admin is made: npm run admin -- grant <email> Admin --project <id>",
  "register and POST /users run no beforeUserCreated: what must decide there who may register is given to beforeRegistration (README)",
  "where only this back end may make accounts: Authentication › Settings › User actions › Enable create (sign-up) is off",
].map((what) => ({ state: "ask", what }));
