/** The parts of JSON Schema that the API's document uses. */
export interface Schema {
  $ref?: string;
  anyOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  type?: string | string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  description?: string;
}

/** Writes a schema as a TypeScript type. */
export function typeOf(schema: Schema): string {
  const { $ref, anyOf, allOf, type, items } = schema;
  if ($ref !== undefined) return $ref.slice($ref.lastIndexOf("/") + 1);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if ("const" in schema) return JSON.stringify(schema.const);
  if (anyOf) return anyOf.map(typeOf).join(" | ");
  if (allOf) return allOf.map((part) => `(${typeOf(part)})`).join(" & ");
  if (Array.isArray(type)) return type.map((each) => typeOf({ ...schema, type: each })).join(" | ");
  switch (type) {
    case "integer":
    case "number":
      return "number";
    case "string":
    case "boolean":
    case "null":
      return type;
    case "array":
      return `(${items ? typeOf(items) : "unknown"})[]`;
    case "object":
      return objectType(schema);
    case undefined:
    default:
      return "unknown";
  }
}

function objectType({ properties = {}, required = [], additionalProperties }: Schema): string {
  const fields = Object.entries(properties).map(([name, property]) => {
    const isRequired = required.includes(name);
    const type = typeOf(property);
    return `${JSON.stringify(name)}${isRequired ? "" : "?"}: ${isRequired ? type : `${type} | undefined`}`;
  });
  // What an object may hold beside its fields has to fit them, too.
  const more = typeof additionalProperties === "object" ? ["[key: string]: unknown"] : [];
  return `{ ${[...fields, ...more].join("; ")} }`;
}
