import { documentFor, isAnonymous } from "../../../src/accounts/user-document";
import type { Account } from "../../../src/identity/accounts";

const account: Account = {
  ...{ uid: "ada", email: "ada@example.com", emailVerified: true, disabled: false },
  ...{ displayName: " Ada  King Lovelace", createdAt: 0, validSince: 0, providers: [], claims: {} },
  ...{ hasSecondFactor: false, secondFactors: [], lastSignInAt: null, lastSeenAt: null, asOf: 0 },
};

test.each([
  [["password"], "PASSWORD"],
  [["google.com", "password"], "GOOGLE"],
  [["apple.com"], "APPLE"],
  [["facebook.com"], "FACEBOOK"],
  [["github.com"], "GITHUB"],
  [["microsoft.com"], "MICROSOFT"],
  [["phone"], "PHONE"],
  [["oidc.example"], "OTHER"],
  [[], "NONE"],
])("an account of %j was made by %s", (providers, signUpMethod) => {
  expect(documentFor({ ...account, providers }, undefined, "User")).toEqual({
    ...{ id: "ada", email: "ada@example.com", emailVerified: true, disabled: false, locale: null },
    ...{ firstName: "Ada", lastName: "King Lovelace", role: "User", signUpMethod },
  });
});

test("names that are known come before the display name, and are made to fit", () => {
  const names = { firstName: "Grace\n", lastName: "Hopper" };
  expect(documentFor(account, names, null)).toMatchObject({
    ...{ firstName: "Grace", lastName: "Hopper", role: null },
  });
});

test("an account is anonymous that has neither address nor provider", () => {
  expect(isAnonymous({ email: null, providers: [] })).toBe(true);
  expect(isAnonymous({ email: "ada@example.com", providers: [] })).toBe(false);
  expect(isAnonymous({ email: null, providers: ["phone"] })).toBe(false);
});
