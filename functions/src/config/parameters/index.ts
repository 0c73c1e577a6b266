import type { Parameter } from "../parameter";
import { limitParameters } from "./limits";
import { lookParameters } from "./look";
import { passwordParameters } from "./passwords";
import { projectParameters } from "./project";
import { signInParameters } from "./sign-in";
import { trafficParameters } from "./traffic";

/**
 * Every parameter. What is not here does not exist. To add one, add its entry to the group where a reader would look for
 * it and run `npm run docs`: `Settings`, what the CLI asks for, `.env.example`, docs/parameters.md and `check:deploy`
 * follow. (Its value is `settings.mailFrom` for `MAIL_FROM`. One without a default needs a local value too, in
 * local/stack/parameters.ts.)
 */
export const parameters = {
  ...projectParameters,
  ...signInParameters,
  ...passwordParameters,
  ...trafficParameters,
  ...lookParameters,
  ...limitParameters,
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof parameters;
