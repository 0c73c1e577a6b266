import { defineBoolean, defineInt, defineSecret, defineString } from "firebase-functions/params";
import type { Parameter } from "./parameter";
import { parameters } from "./parameters";
import { secrets } from "./secrets";

// Loaded only by what is deployed: importing the library declares no parameter.
for (const [name, parameter] of Object.entries<Parameter>(parameters)) {
  const { type, description, default: value } = parameter;
  const define = { boolean: defineBoolean, int: defineInt, string: defineString }[type];
  define(name, { description, ...(value !== undefined && { default: value as never }) });
}
for (const [name, { description }] of Object.entries(secrets)) defineSecret(name, { description });
