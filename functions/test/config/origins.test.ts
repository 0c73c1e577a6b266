import { parameterFlaws } from "../../src/config";
import { complete } from "../../testing/config";

describe("ALLOWED_ORIGINS", () => {
  const flaws = (text: string, local = false) =>
    parameterFlaws({ ...complete, ALLOWED_ORIGINS: text }, { local });

  test.each([
    "https://example.com",
    "https://localhost",
    "https://example.com:8443,ionic://localhost",
    "tauri://localhost,http://tauri.localhost,capacitor://localhost",
  ])("may be %s", (text) => {
    expect(flaws(text)).toEqual([]);
  });

  test.each([
    "http://example.com",
    "https://example.com/",
    "https://example.com/path",
    "capacitor://example.com",
    "chrome-extension://abc",
    "null",
    "",
    "https://a.example.com,",
  ])("may not be %j", (text) => {
    expect(flaws(text)).toEqual([expect.stringMatching(/^ALLOWED_ORIGINS must /)]);
  });

  test("may not be a pattern, and says why", () => {
    expect(flaws("https://*.example.com")).toEqual([
      "ALLOWED_ORIGINS must name every origin in full: a pattern such as https://*.example.com would let in pages that you do not know",
    ]);
  });

  test("may be without encryption on the local stack only", () => {
    expect(flaws("http://127.0.0.1:5000", true)).toEqual([]);
    expect(flaws("http://127.0.0.1:5000")).toEqual([expect.stringMatching(/^ALLOWED_ORIGINS /)]);
  });
});
