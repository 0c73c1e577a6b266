import { parameters, secrets } from "../../functions/src/config";
import type { Parameter } from "../../functions/src/config/parameter";

const entries = Object.entries<Parameter>(parameters);

/** Writes `.env.example`: every parameter, with what it means. */
export function environmentExample(): string {
  const blocks = entries.map(([name, { description, default: value, example }]) => {
    const optional = value === undefined ? " Must be set." : "";
    return `# ${description}${optional}\n${name}=${String(value ?? example ?? "")}\n`;
  });
  return [
    '# Every parameter; written by "npm run docs" from functions/src/config/parameters. Copy to .env.<your project>\n# (or .env, for all projects) and fill in.\n',
    ...blocks,
    ...Object.keys(secrets).map(
      (name) => `# The secret ${name} is set with: npx firebase functions:secrets:set ${name}\n`,
    ),
  ].join("\n");
}

/** Writes the table of the parameters. */
export function parameterTable(): string {
  return table(
    ["parameter", "default", "meaning"],
    entries.map(([name, { description, default: value }]) => [
      `\`${name}\``,
      value === undefined ? "must be set" : value === "" ? "empty" : `\`${String(value)}\``,
      description,
    ]),
  );
}

/** Writes the table of the secrets. */
export function secretTable(): string {
  return table(
    ["secret", "meaning"],
    Object.entries(secrets).map(([name, { description }]) => [`\`${name}\``, description]),
  );
}

function table(head: string[], rows: string[][]): string {
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => {
    const escaped = cells.map((cell) => cell.replaceAll("|", "\\|").replace(/</g, "\\<"));
    return `| ${escaped.join(" | ")} |`;
  });
  return lines.join("\n");
}
