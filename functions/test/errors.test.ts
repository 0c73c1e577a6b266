import { AuthError, isRefusal } from "../src/errors";

test.each([
  [new AuthError("not-allowed", ""), true],
  [new AuthError("session-revoked", ""), true],
  [new AuthError("unavailable", ""), false],
  [new AuthError("internal", ""), false],
  [new TypeError(), false],
  [undefined, false],
])("%p is a refusal: %p", (error, expected) => {
  expect(isRefusal(error)).toBe(expected);
});
