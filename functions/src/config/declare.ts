import { defineBoolean, defineInt, defineSecret, defineString } from "firebase-functions/params";
import type { Parameter } from "./parameter";
import { type ParameterName, parameters } from "./parameters";
import { secrets } from "./secrets";

/** Declares every parameter and secret to the Firebase CLI. Only what is deployed does: importing the library declares none. */
export function declareParameters(): void {
  for (const [name, parameter] of Object.entries<Parameter>(parameters)) {
    const { type, description, default: value } = parameter;
    const define = { boolean: defineBoolean, int: defineInt, string: defineString }[type];
    define(name, { description, ...(value !== undefined && { default: value as never }) });
  }
  for (const [name, { description }] of Object.entries(secrets)) {
    defineSecret(name, { description });
  }
}

/** What the CLI puts in place of a string parameter, in the options of a function. */
export const valueOf = (name: ParameterName): string => `{{ params.${name} }}`;

/** Likewise, or `otherwise` where it is empty. */
export const valueOr = (name: ParameterName, otherwise: string): string =>
  `{{ params.${name} == "" ? "${otherwise}" : params.${name} }}`;
