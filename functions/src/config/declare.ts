import {
  defineBoolean,
  defineInt,
  defineSecret,
  defineString,
  type Expression,
} from "firebase-functions/params";
import type * as Sdk from "firebase-functions";
import { type Api, apis } from "./apis";
import type { Parameter } from "./parameter";
import { type ParameterName, parameters } from "./parameters";
import { secrets } from "./secrets";

/** Declares every parameter and secret to the Firebase CLI. Only what is deployed does: importing the library declares none. */
export function declareParameters(): void {
  for (const [name, parameter] of Object.entries<Parameter>(parameters)) {
    const define = { boolean: defineBoolean, int: defineInt, string: defineString }[parameter.type];
    define(name, declarationOf(parameter));
  }
  for (const [name, { description }] of Object.entries(secrets)) {
    defineSecret(name, { description });
  }
}

/** Declares every API that is needed. For the CLI alone: it loads every provider of the SDK. */
export function declareApis(): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { requiresAPI } = require("firebase-functions") as Pick<typeof Sdk, "requiresAPI">;
  for (const [api, reason] of Object.entries(apis)) requiresAPI(api as Api, reason);
}

const declarationOf = ({ description, default: value }: Parameter) => ({
  description,
  ...(value !== undefined && { default: value as never }),
});

/** What the CLI puts in place of a string parameter, in the options of a function. */
export const valueOf = (name: ParameterName): string => `{{ params.${name} }}`;

/** Likewise, or `otherwise` where it is empty. */
export const valueOr = (name: ParameterName, otherwise: string): string =>
  `{{ params.${name} == "" ? "${otherwise}" : params.${name} }}`;

/** Says to the CLI, in the options of a function, whether a string parameter is another than `text`. */
export const valueIsNot = (name: ParameterName, text: string): Expression<boolean> =>
  defineString(name, declarationOf(parameters[name])).notEquals(text);
