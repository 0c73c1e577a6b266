import { strengthOf } from "../src/password/strength";

describe("the strength of a password", () => {
  test.each([
    ["password1", 0],
    ["aaaaaaaaaaaaaaaa", 0],
    ["12345678901234567890", 0],
    ["abcdefghijkl", 0],
    ["ababababababab", 0],
    ["qwertyuiop", 0],
    ["correcthorse", 0],
    ["correct horse", 1],
    ["Tr0ub4dor&3", 2],
    ["another horse battery", 2],
    ["correct horse battery staple", 3],
    ["xK9#mQ2v!pL7", 3],
    ["пароль длинный и непростой", 3],
  ])("of %s is %i", (password, strength) => {
    expect(strengthOf(password)).toBe(strength);
  });

  test("is zero for the person's own name and address", () => {
    const password = "GraceHopper1906";
    expect([
      strengthOf(password),
      strengthOf(password, ["Grace", "Hopper", "grace@example.com"]),
    ]).toEqual([2, 0]);
  });

  test("never falls when a character is added", () => {
    const password = "a long and winding road 42";
    const strengths = Array.from(password, (_, end) => strengthOf(password.slice(0, end)));
    expect(strengths).toEqual(strengths.toSorted());
  });
});
