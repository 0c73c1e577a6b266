import type { z } from "zod";

/** One parameter: how it is declared to the Firebase CLI, and what its text must be. */
export interface Parameter {
  type: "string" | "boolean" | "int";
  /** What the CLI asks for when no file sets it, and what the documentation says. */
  description: string;
  /** Without one it must be set. */
  default?: string | number | boolean;
  /** What `.env.example` shows where there is no default. */
  example?: string;
  /** Turns its text into its value. */
  rule: z.ZodType<unknown, string>;
  /** What holds on the local stack instead of `rule`. */
  localRule?: z.ZodType<unknown, string>;
}

/** One secret. Its value lives in Secret Manager, never in a file that is deployed. */
export interface Secret {
  description: string;
  /** A command that prints a good value, where one can be made up. */
  madeBy?: string;
  /** Turns its text into its value. */
  rule: z.ZodType<unknown, string>;
}
