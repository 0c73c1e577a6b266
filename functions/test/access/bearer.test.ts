import { bearerToken } from "../../src/access/bearer";
import { verdict } from "../../testing/tokens/verdict";

describe("bearerToken", () => {
  test.each([
    [undefined, undefined],
    ["Bearer abc.def.ghi", "abc.def.ghi"],
    ["bearer abc", "abc"],
    ["BEARER  abc", "abc"],
    ["", "token-invalid"],
    ["Bearer", "token-invalid"],
    ["Bearer ", "token-invalid"],
    ["Bearer a b", "token-invalid"],
    ["Bearer a, Bearer b", "token-invalid"],
    [" Bearer abc", "token-invalid"],
    ["Basic YWRhOnNlY3JldA==", "token-invalid"],
    ["abc", "token-invalid"],
  ])("makes of %j: %j", async (header, expected) => {
    expect(await verdict(() => bearerToken(header))).toBe(expected);
  });
});
