import * as fc from "fast-check";
import { endpoints } from "../../../src/endpoints/http/route-list";
import { password } from "../../../testing/backend";
import { undeclared } from "../../../testing/http/declared";
import { serveApi } from "../../../testing/http/served";
import { running } from "../../../testing/running";

jest.setTimeout(600_000);

const served = running(serveApi);
let tokens: string[];
let addresses: string[];
let ids: string[];
beforeAll(async () => {
  const people = [
    await served.newUser({ role: "Admin" }),
    await served.newUser({ role: "Admin" }),
    await served.newUser(),
    await served.newUser({ verified: false }),
  ];
  tokens = people.map(({ accessToken }) => accessToken);
  addresses = people.map(({ email }) => email!);
  ids = people.map(({ id }) => id);
});

const odd = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "",
    " ",
    "..",
    "__proto__",
    "constructor",
    "a/b",
    "\u0000",
    "%",
    "%E0",
    "\u{1F600}",
  ),
);

/** Not `String()`: among odd values are objects with a `toString` that is no function. */
const textOf = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

/** Values for a field that are often right, and sometimes anything. */
function valueOf(name: string): fc.Arbitrary<unknown> {
  const right: Record<string, fc.Arbitrary<unknown>> = {
    email: fc.oneof(fc.constantFrom(...addresses), fc.emailAddress()),
    password: fc.constantFrom(password, "wrong", "x".repeat(5000)),
    newPassword: fc.constantFrom(password, "short"),
    firstName: fc.string(),
    lastName: fc.string(),
    role: fc.constantFrom("User", "Admin", "Root"),
    roles: fc.array(fc.constantFrom("User", "Admin", "Root")),
    disabled: fc.boolean(),
    userId: fc.constantFrom(...ids, "nobody"),
    locale: fc.constantFrom("en", "pt-BR", "xx-yy-zz"),
    limit: fc.integer({ min: -1, max: 1002 }),
    pageToken: fc.base64String(),
    idToken: fc.constantFrom(
      "nonsense",
      '{"sub":"g","email":"g@example.com","email_verified":true}',
    ),
  };
  const usual = right[name];
  return usual ? fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: odd }) : odd;
}

const fieldNames = [
  ...["email", "password", "firstName", "lastName", "role", "disabled", "roles", "userId"],
  ...["locale", "idToken", "providerId", "refreshToken", "oobCode", "newPassword", "extra"],
];

const objectOf = (names: string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, valueOf(name)])), { requiredKeys: [] });

/** Objects with a few fields of any kind, and now and then the very fields of a route. */
const body = () =>
  fc.oneof(
    { weight: 3, arbitrary: fc.subarray(fieldNames, { maxLength: 6 }).chain(objectOf) },
    { weight: 2, arbitrary: objectOf(["email", "password", "firstName", "lastName", "role"]) },
    { weight: 2, arbitrary: objectOf(["firstName", "lastName", "email", "role", "disabled"]) },
    { weight: 2, arbitrary: objectOf(["email", "password"]) },
    { weight: 1, arbitrary: odd },
  );

const authorization = () =>
  fc.option(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...tokens).map((token) => `Bearer ${token}`) },
      { weight: 1, arbitrary: fc.constantFrom("Bearer", "Bearer x.y.z", "Basic YTpi", "x") },
    ),
    { nil: undefined },
  );

const query = () =>
  fc.array(
    fc.tuple(
      fc.constantFrom("limit", "pageToken", "userId", "email", "x", "__proto__"),
      fc.oneof(...["limit", "pageToken", "userId", "email"].map(valueOf)).map(textOf),
    ),
    { maxLength: 3 },
  );

test.each(endpoints.map(({ route }) => [route.method.toUpperCase(), route.path] as const))(
  "%s %s never fails, and every reply is one that is declared",
  async (method, route) => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          body: body(),
          authorization: authorization(),
          query: query(),
          inPath: fc.oneof(valueOf("userId"), valueOf("email")).map(textOf),
          type: fc.constantFrom("application/json", "application/json", "text/plain", undefined),
        }),
        async (asked) => {
          const path = route.replace(
            /\{\w+\}/,
            encodeURIComponent(wellFormed(asked.inPath)) || "-",
          );
          // With the reserved "." or ".." in its path, a request reaches another route.
          if (/\/\.{1,2}$/.test(path)) return;
          const search = new URLSearchParams(asked.query).toString();
          const takesBody = method === "POST" || method === "PUT";
          const answer = await served.ask(method, `${path}?${search}`, {
            headers: {
              ...(asked.type !== undefined && { "content-type": asked.type }),
              ...(asked.authorization !== undefined && { authorization: asked.authorization }),
            },
            // The platform itself refuses what is neither an object nor a list.
            ...(takesBody && { body: objectOrNothing(asked.body) }),
          });
          expect([answer.status, answer.code]).not.toEqual([500, expect.anything()]);
          expect(undeclared(route, method, answer.status, answer.body)).toEqual([]);
        },
      ),
      { numRuns: 60, interruptAfterTimeLimit: 20_000 },
    );
  },
);

const objectOrNothing = (body: unknown) => (typeof body === "object" && body !== null ? body : {});

/** Half of a character can't be percent-encoded. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, "");
