import type { z } from "zod";
import { AuthError } from "../errors";

/** How many flaws a refusal names; more would only make it longer. */
const flawsNamed = 5;

/**
 * Reads a request.
 *
 * @throws {AuthError} `invalid-request`, naming fields and rules but never a value.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const parsed = schema.safeParse(data, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, flawsNamed);
  const flaws = issues.map((issue) => `${fieldOf(issue)}: ${ruleOf(issue)}`);
  throw new AuthError("invalid-request", flaws.join("; "));
}

const fieldOf = ({ path }: z.core.$ZodIssue) =>
  path.length === 0 ? "request" : path.map(String).join(".");

/** The rule that was broken. Unknown keys are the client's own text, so they are not repeated. */
function ruleOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return "holds a key that is not known";
  if (issue.code !== "invalid_type") return issue.message;
  return issue.input === undefined ? "is missing" : `must be ${article(issue.expected)}`;
}

const article = (type: string) => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);
