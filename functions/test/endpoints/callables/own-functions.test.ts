import { HttpsError, onCall, onRequest } from "firebase-functions/https";
import { z } from "zod";
import type { AuthDTO } from "../../../src/operation/replies";
import { startBackend } from "../../../testing/backend";
import { type Mounted, mount } from "../../../testing/mount";
import { running } from "../../../testing/running";

// The library is loaded with the emulator's flags off, as in the cloud: there the SDK itself refuses tokens.
describe("a team's own functions, deployed,", () => {
  const backend = running(startBackend);
  let functions: Mounted;
  let user: AuthDTO;

  beforeAll(async () => {
    const library = await import("../../../src/library");
    const { AuthError, callable, callableDoor, guardCall, guardRequest, operation } = library;
    const { requireSignIn, requireUserId } = library;
    const own = requireUserId(({ userId }: { userId: string }) => userId);
    const accepts = z.strictObject({ userId: z.string() });
    const fail = {
      authError: () => {
        throw new AuthError("user-not-found");
      },
      ofAnotherCopy: () => {
        throw Object.assign(new Error("There is no such user."), {
          name: "AuthError",
          code: "user-not-found",
          details: {},
        });
      },
      httpsError: () => {
        throw new HttpsError("resource-exhausted", "No more invoices.", { invoices: 0 });
      },
      httpsErrorOfAnotherCopy: () => {
        throw Object.assign(new Error("No more invoices."), {
          code: "resource-exhausted",
          details: { invoices: 0 },
          httpErrorCode: { canonicalName: "RESOURCE_EXHAUSTED", status: 429 },
          toJSON: () => ({}),
        });
      },
      bug: () => {
        throw new TypeError("a bug of theirs, with a secret");
      },
    };
    const failing = Object.fromEntries(
      Object.entries(fail).flatMap(([name, handler]) => [
        [name, callableDoor(onCall(guardCall(requireSignIn(), handler)))],
        [`${name}OverHttps`, onRequest(guardRequest(requireSignIn(), handler))],
      ]),
    );
    functions = await mount({
      ...failing,
      undoored: onCall(guardCall(own, ({ data }) => data, { accepts })),
      mine: callableDoor(onCall(guardCall(own, ({ data }) => data.userId, { accepts }))),
      unparsed: callableDoor(onCall(guardCall(own as never, () => "never"))),
      mineOverHttps: onRequest(
        guardRequest(
          own,
          ({ body }, response) => {
            response.json({ userId: body.userId satisfies string });
          },
          { accepts },
        ),
      ),
      invoices: callable(
        operation({
          name: "invoices",
          summary: "Count the invoices of a user",
          accepts,
          replies: z.object({ count: z.int() }),
          refuses: ["user-not-found"],
          reads: true,
          allows: own,
          run: ({ userId }, _ports, { caller, refuse }) => {
            if (caller.kind === "user" && userId === caller.userId) {
              return Promise.resolve({ count: 3 });
            }
            throw refuse("user-not-found");
          },
        }),
      ),
    });
    user = await backend.newUser();
  });
  afterAll(async () => {
    await functions.stop();
  });

  async function ask(name: string, data: unknown, authorization?: string) {
    const response = await fetch(`${functions.url}/${name}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(authorization !== undefined && { authorization }),
      },
      body: JSON.stringify(name.endsWith("OverHttps") ? (data ?? {}) : { data }),
    });
    return { status: response.status, body: (await response.json()) as Body };
  }
  const bearer = () => `Bearer ${user.accessToken}`;

  test.each(["Bearer garbage", "Bearer a.b.c", "Basic YTpi", "Bearer "])(
    "refuse the bearer %j with a code, though the SDK would have refused without",
    async (authorization) => {
      const data = { userId: user.id };
      for (const name of ["mine", "mineOverHttps", "invoices"]) {
        const { status, body } = await ask(name, data, authorization);
        expect([status, body.error?.details]).toEqual([401, { code: "token-invalid" }]);
      }
      // Without the door it is the SDK that answers.
      const undoored = await ask("undoored", data, authorization);
      if (authorization.startsWith("Bearer g"))
        expect(undoored.body.error?.details).toBeUndefined();
    },
  );

  test.each(["mine", "mineOverHttps", "invoices", "undoored"])(
    "%s reads what was parsed, and calls what does not fit malformed",
    async (name) => {
      const answers = await Promise.all([
        ask(name, { userId: user.id }, bearer()),
        ask(name, { userId: "another" }, bearer()),
        ask(name, { userId: 7 }, bearer()),
        ask(name, null, bearer()),
        ask(name, { userId: user.id }),
      ]);
      expect(answers.map(({ status, body }) => [status, body.error?.details?.code])).toEqual([
        [200, undefined],
        [403, "not-allowed"],
        [400, "invalid-request"],
        [400, "invalid-request"],
        [401, "not-signed-in"],
      ]);
    },
  );

  test("are not broken by data that nobody parsed", async () => {
    for (const data of [null, 7, { userId: { toString: 1 } }]) {
      expect(await ask("unparsed", data, bearer())).toMatchObject({
        status: 400,
        body: { error: { details: { code: "invalid-request" } } },
      });
    }
  });

  const notFound = {
    error: {
      status: "NOT_FOUND",
      message: "There is no such user.",
      details: { code: "user-not-found" },
    },
  };
  const exhausted = {
    error: {
      status: "RESOURCE_EXHAUSTED",
      message: "No more invoices.",
      details: { invoices: 0 },
    },
  };
  const broken = {
    error: {
      status: "INTERNAL",
      message: "Something went wrong.",
      details: { code: "internal" },
    },
  };

  test.each([
    ["authError", 404, notFound],
    ["ofAnotherCopy", 404, notFound],
    ["httpsError", 429, exhausted],
    ["httpsErrorOfAnotherCopy", 429, exhausted],
    ["bug", 500, broken],
  ])("hand on what their handler throws: %s", async (name, status, body) => {
    expect(await ask(name, {}, bearer())).toEqual({ status, body });
    expect(await ask(`${name}OverHttps`, {}, bearer())).toEqual({ status, body });
  });
});

interface Body {
  result?: unknown;
  error?: { status: string; message: string; details?: { code?: string } };
}
