import { passwordRules } from "../../src/passwords/password-rules";

const rules = passwordRules({
  minLength: 8,
  refuseCommon: true,
  appName: "Harbour Books",
  breached: undefined,
});
const owner = { email: "ada.lovelace@example.com", firstName: "Ada", lastName: "Lovelace" };

const reason = async (password: string, checked = rules): Promise<unknown> => {
  try {
    await checked.check(password, owner);
    return undefined;
  } catch (error) {
    const { code, details } = error as { code: string; details: { reason: string } };
    return code === "weak-password" ? details.reason : code;
  }
};

describe("a new password", () => {
  test.each([
    ["1234567", "too-short"],
    ["👍👍👍👍", "too-short"],
    ["password", "common"],
    ["12345678", "common"],
    ["qwertyuiop", "common"],
    ["11111111", "common"],
    ["PassWord", "common"],
    ["password123", "common"],
    ["Lovelace", "personal"],
    ["lovelace1!", "personal"],
    ["LovelaceExample", "personal"],
    ["lovelovelacelace99", "personal"],
    ["harbourBOOKS1", "personal"],
    ["12lovelace34", undefined],
    ["correct horse battery", undefined],
    ["adaadaada", undefined],
    ["👍🎈🌊🚲🌵🍀🎹🧭", undefined],
  ])("%j: %s", async (password, expected) => {
    expect(await reason(password)).toBe(expected);
  });

  test("may be common where that is allowed, and shorter or must be longer as the project says", async () => {
    const options = { refuseCommon: false, appName: "App", breached: undefined };
    expect(await reason("password", passwordRules({ ...options, minLength: 8 }))).toBeUndefined();
    expect(await reason("password", passwordRules({ ...options, minLength: 9 }))).toBe("too-short");
    expect(await reason("abc", passwordRules({ ...options, minLength: 3 }))).toBeUndefined();
  });

  test("is personal by a name in another normal form", async () => {
    const jose = { email: null, firstName: "Jose\u0301phine", lastName: "" };
    await expect(rules.check("jos\u00e9phine12", jose)).rejects.toMatchObject({
      details: { reason: "personal" },
    });
  });
});
