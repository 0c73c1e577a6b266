import { z } from "zod";
import type { Operation } from "../../operation/operation";
import { etagOf } from "../../operation/etag";
import { type UserDTO, userDto } from "../../operation/replies";
import type { ApiContext } from "./context";
import {
  bearer,
  bodyRefusals,
  type JsonBody,
  jsonReply,
  type JsonReply,
  type NoContent,
  noContent,
  type Refusals,
  refusals,
} from "./openapi/describe";
import { requestOf } from "./openapi/request";
import { withFields } from "./request/input";
import { type Endpoint, endpoint, perform } from "./route";

type Method = "get" | "post" | "put" | "patch" | "delete";

/** The names in a path: `userId` of `/users/{userId}`. */
type NamesIn<Path> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type AnyObject = z.ZodObject;

/** The field that HTTP has in a header. */
type InHeader = "ifMatch";

/** The request without the fields that are in the path or in a header. */
type Beside<Accepts extends AnyObject, Path> = [
  NamesIn<Path> | (keyof Accepts["shape"] & InHeader),
] extends [never]
  ? Accepts
  : z.ZodObject<Omit<Accepts["shape"], NamesIn<Path> | InHeader>, z.core.$strict>;

type Params<Accepts extends AnyObject, Path> = [NamesIn<Path>] extends [never]
  ? object
  : { params: z.ZodObject<Pick<Accepts["shape"], NamesIn<Path> & keyof Accepts["shape"]>> };

type Sent<M, Accepts extends AnyObject, Path> = keyof Beside<Accepts, Path>["shape"] extends never
  ? object
  : M extends "get" | "delete"
    ? { query: Beside<Accepts, Path> }
    : { body: JsonBody<Beside<Accepts, Path>> };

type Success<Reply extends z.ZodType, Status extends number> = Reply extends z.ZodNull
  ? NoContent
  : Record<Status, JsonReply<Reply>>;

/** What a route adds to its operation. */
export interface HttpPart<
  M extends Method,
  Path extends string,
  Accepts extends AnyObject,
  Reply extends z.ZodType,
  Status extends number,
> {
  method: M;
  path: Path;
  tags: string[];
  /** Its name in the document. Default: the operation's. */
  operationId?: string;
  description?: string;
  /** An example of the body. */
  example?: NoInfer<z.input<Beside<Accepts, Path>>>;
  /** Whether the body may be left out. Default `false`. */
  bodyIsOptional?: boolean;
  /** Default 200, or 204 for operations that reply `null`. */
  status?: Status;
  reply: {
    description: string;
    /** Default: what the operation replies. */
    schema?: Reply;
    example?: NoInfer<z.output<Reply>>;
    /** The headers that it carries. */
    headers?: z.ZodObject;
  };
  /** What happens with the operation's reply. Default: it is sent. */
  answer?: Endpoint["answer"];
}

/** The route's type, which the typed client is made of. */
export interface OperationRoute<
  M extends Method,
  Path extends string,
  Accepts extends AnyObject,
  Reply extends z.ZodType,
  Status extends number,
> {
  answer: Endpoint["answer"];
  route: {
    method: M;
    path: Path;
    request: Params<Accepts, Path> & Sent<M, Accepts, Path>;
    responses: Success<Reply, Status> & Refusals;
  };
}

/** Serves an operation at a path: the document and the typed client follow from the operation. */
export function operationRoute<
  const M extends Method,
  const Path extends string,
  Accepts extends AnyObject,
  Replies extends z.ZodType,
  Reply extends z.ZodType = Replies,
  const Status extends number = 200,
>(
  operation: Operation<string, Accepts, Replies>,
  http: HttpPart<M, Path, Accepts, Reply, Status>,
): OperationRoute<M, Path, Accepts, Reply, Status>;
export function operationRoute(
  operation: Operation<string, AnyObject>,
  { answer, bodyIsOptional = false, example, reply, status = 200, ...described }: LooseHttpPart,
): Endpoint {
  const { method, path } = described;
  const request = requestOf(operation.accepts, { method, path, example, bodyIsOptional });
  const schema = reply.schema ?? operation.replies;
  const success =
    operation.replies instanceof z.ZodNull
      ? noContent(reply.description)
      : {
          [status]: {
            ...jsonReply(reply.description, schema, reply.example),
            ...(schema === userDto && { headers: tagged }),
            ...(reply.headers && { headers: reply.headers }),
          },
        };
  const refused = refusals(operation, ...("body" in request ? bodyRefusals : []));
  const route = {
    operationId: operation.name,
    summary: operation.summary,
    ...(operation.needs === "user" && { security: bearer }),
    ...described,
    request,
    responses: { ...success, ...refused },
  };
  return endpoint(route, answer ?? sends(operation, status));
}

type LooseHttpPart = HttpPart<Method, string, AnyObject, z.ZodType, number>;

/** What a reply with one user carries. */
export const tagged = z.object({
  ETag: z.string().meta({ description: "A strong tag, for `If-Match` of a change." }),
});

/** Sends an operation's reply; no body if that is `null`. A single user is sent with an `ETag`. */
function sends(operation: Operation<string, AnyObject>, status: number): Endpoint["answer"] {
  return async (c: ApiContext, input) => {
    const ifMatch = "ifMatch" in operation.accepts.shape ? c.req.header("if-match") : undefined;
    const asked = ifMatch === undefined ? input : withFields(input, { ifMatch });
    const reply = await perform(c, operation, asked);
    if (reply === null) return c.body(null, 204);
    return operation.replies === userDto
      ? sendUser(c, reply as UserDTO, status)
      : c.json(reply as object, status as 200);
  };
}

/** Sends one user, with the `ETag` that a change may name in `If-Match`. */
export function sendUser(c: ApiContext, user: UserDTO, status = 200): Response {
  c.header("ETag", etagOf(user));
  return c.json(user, status as 200);
}
