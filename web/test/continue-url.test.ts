import { continueTarget } from "../src/continue-url";

describe("a continueUrl", () => {
  const origins = ["https://app.example.com", "http://127.0.0.1:5000", ""];

  test.each([
    ["https://app.example.com/welcome?a=1#b", "https://app.example.com/welcome?a=1#b"],
    ["http://127.0.0.1:5000", "http://127.0.0.1:5000/"],
    ["https://APP.example.com:443/", "https://app.example.com/"],
  ])("%s leads there", (url, target) => {
    expect(continueTarget(url, origins)).toBe(target);
  });

  test.each([
    null,
    "",
    "/welcome",
    "//app.example.com",
    "http://app.example.com/",
    "https://app.example.com.evil.example/",
    "https://app.example.com@evil.example/",
    "https://evil.example/https://app.example.com/",
    "https://app.example.com:8443/",
    "javascript:alert(1)//https://app.example.com",
    "data:text/html,https://app.example.com",
    "blob:null/1",
    "\\\\evil.example",
  ])("%j leads nowhere", (url) => {
    expect(continueTarget(url, origins)).toBeUndefined();
  });

  test("that is a blob of an allowed origin leads nowhere", () => {
    expect(continueTarget("blob:https://app.example.com/1", origins)).toBeUndefined();
  });
});
