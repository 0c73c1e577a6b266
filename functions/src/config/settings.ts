import type { z } from "zod";
import type { Parameter } from "./parameter";
import { type ParameterName, parameters } from "./parameters";
import { type SecretName, secrets } from "./secrets";

/** Values by name, as environment variables are. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** `MAIL_FROM` as `mailFrom`. */
type Camel<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${Lowercase<First>}${Capitalize<Camel<Rest>>}`
  : Lowercase<Name>;

/** The parameters, checked and typed: `MAIL_FROM` is `mailFrom`. */
export type Settings = {
  readonly [Name in ParameterName as Camel<Name>]: z.output<(typeof parameters)[Name]["rule"]>;
};

export interface CheckOptions {
  /** Whether this is the local stack, which may serve its pages without encryption. Default `false`. */
  local?: boolean;
}

/** Turns a text into a value by its rule, or says what is wrong, without repeating the text: it may be secret. */
function read(
  name: string,
  text: string | undefined,
  rule: z.ZodType<unknown, string>,
): { value: unknown } | { flaw: string } {
  if (text === undefined) return { flaw: `${name} must be set` };
  const { success, data, error } = rule.safeParse(text);
  return success
    ? { value: data }
    : { flaw: `${name} ${error.issues[0]?.message ?? "is invalid"}` };
}

function readAll(values: Environment, { local = false }: CheckOptions) {
  const settings: Record<string, unknown> = {};
  const flaws: string[] = [];
  for (const [name, parameter] of Object.entries<Parameter>(parameters)) {
    const { rule, localRule = rule, default: otherwise } = parameter;
    // A parameter that nobody set is an empty text in a deployed function.
    const mustBeSet = otherwise === undefined;
    const given = mustBeSet && values[name] === "" ? undefined : values[name];
    const result = read(name, given ?? otherwise?.toString(), local ? localRule : rule);
    if ("flaw" in result) flaws.push(result.flaw);
    else settings[camel(name)] = result.value;
  }
  return { settings, flaws };
}

/** Says which parameters break their rules, and the rules: "SIGN_UP must be open or closed". */
export function parameterFlaws(values: Environment, options: CheckOptions = {}): string[] {
  return readAll(values, options).flaws;
}

/**
 * Reads the parameters from an environment. A deployed function has them from its first request on.
 *
 * @throws {TypeError} Naming every parameter that breaks its rule, and the rule.
 */
export function readSettings(values: Environment, options: CheckOptions = {}): Settings {
  const { settings, flaws } = readAll(values, options);
  if (flaws.length > 0) throw new TypeError(`Parameters: ${flaws.join("; ")}.`);
  return settings as unknown as Settings;
}

/**
 * Reads a secret from an environment. Only functions that it is bound to have it.
 *
 * @throws {TypeError} Naming the rule that it breaks, without its text.
 */
export function readSecret<Name extends SecretName>(
  name: Name,
  values: Environment,
): z.output<(typeof secrets)[Name]["rule"]> {
  const result = read(name, values[name], secrets[name].rule);
  if ("flaw" in result) throw new TypeError(`Secrets: ${result.flaw}.`);
  return result.value as z.output<(typeof secrets)[Name]["rule"]>;
}

/** The defaults of the parameters that have one, as an environment file would say them. */
export function defaultParameters(): Record<string, string> {
  return Object.fromEntries(
    Object.entries<Parameter>(parameters).flatMap(([name, { default: value }]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
}

const camel = (name: string) =>
  name.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
