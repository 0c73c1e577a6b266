import Ajv2020 from "ajv/dist/2020";
import { openApiDocument } from "../../src/endpoints/http/openapi/document";
import { routes } from "../../src/endpoints/http/route-list";

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
const { components, paths } = openApiDocument(routes);
ajv.addSchema({ $id: "document", components });

/** Says how a value does not fit a schema of the document. */
export function mismatches(schema: object, value: unknown): unknown[] {
  const text = JSON.stringify(schema).replaceAll('"#/components', '"document#/components');
  const validate = ajv.compile(JSON.parse(text) as object);
  return validate(value) ? [] : (validate.errors ?? []);
}

/** Says how a reply does not fit what the document declares for its route. */
export function undeclared(
  route: string,
  method: string,
  status: number,
  body: unknown,
): unknown[] {
  const described = paths?.[route]?.[method.toLowerCase() as "get"];
  const response = described?.responses?.[status] as
    { content?: Record<string, { schema: object }> } | undefined;
  if (!response) return [`${method} ${route} declares no ${status}`];
  const schema = response.content?.["application/json"]?.schema;
  if (schema) return mismatches(schema, body);
  return response.content || body === "" ? [] : [`${method} ${route} ${status} has no body`];
}
