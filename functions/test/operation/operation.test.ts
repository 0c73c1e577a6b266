import { z } from "zod";
import { anyone, requireRole, requireSignIn } from "../../src/access/guards";
import type { SignedInCaller } from "../../src/access/caller";
import { operation } from "../../src/operation/operation";

/** Definitions that compile and definitions that must not; what is told is told by the type-checker. */
const base = {
  name: "invoices",
  summary: "Count invoices",
  accepts: z.strictObject({ userId: z.string() }),
  replies: z.object({ count: z.int() }),
  refuses: ["user-not-found"],
} as const;

describe("an operation", () => {
  test("compiles with the reply and the refusals that it declares, and no others", () => {
    operation({ ...base, allows: anyone, run: () => Promise.resolve({ count: 1 }) });
    // @ts-expect-error -- the reply is not what is declared
    operation({ ...base, allows: anyone, run: () => Promise.resolve({ count: "1" }) });
    // @ts-expect-error -- the reply lacks what is declared
    operation({ ...base, allows: anyone, run: () => Promise.resolve({}) });
    operation({
      ...base,
      allows: anyone,
      run: (_request, _ports, { refuse }) => Promise.reject(refuse("user-not-found")),
    });
    operation({
      ...base,
      allows: anyone,
      // @ts-expect-error -- this code is not declared
      run: (_request, _ports, { refuse }) => Promise.reject(refuse("email-exists")),
    });
    // @ts-expect-error -- there is no such code
    operation({ ...base, refuses: ["no-such-code"], allows: anyone, run: () => ({ count: 1 }) });
    expect.hasAssertions();
    expect(base.refuses).toEqual(["user-not-found"]);
  });

  test("knows that whoever is behind a guard is signed in", () => {
    const told = operation({
      ...base,
      allows: requireSignIn(),
      run: (_request, _ports, { caller }) => {
        if (caller.kind !== "server") caller satisfies SignedInCaller;
        return Promise.resolve({ count: 1 });
      },
    });
    expect(told.needs).toBe("user");
  });

  test("says every code that it may refuse with: its own, its guard's, and those of all", () => {
    const { refuses } = operation({
      ...base,
      allows: requireRole("Admin"),
      run: () => Promise.resolve({ count: 1 }),
    });
    expect([...refuses].sort()).toEqual([
      "email-not-verified",
      "internal",
      "invalid-request",
      "not-allowed",
      "not-signed-in",
      "session-revoked",
      "token-expired",
      "token-invalid",
      "unavailable",
      "user-disabled",
      "user-not-found",
    ]);
  });
});
