import { actionLink } from "../../../src/mail/messages/action-link";

describe("actionLink", () => {
  test.each([
    [
      "https://p.firebaseapp.com/__/auth/action?mode=verifyEmail&oobCode=a%2Bb&apiKey=key&continueUrl=https://evil.example&lang=en",
      "https://example.com/auth/action",
      "https://example.com/auth/action?mode=verifyEmail&oobCode=a%2Bb&lang=fr",
    ],
    [
      "http://127.0.0.1:9099/emulator/action?mode=resetPassword&oobCode=abc&apiKey=fake-api-key",
      "https://example.com/page?theme=dark",
      "https://example.com/page?theme=dark&mode=resetPassword&oobCode=abc&lang=fr",
    ],
  ])("leads %s to our page", (made, page, link) => {
    expect(actionLink(made, page, "fr")).toBe(link);
  });

  test.each([
    "",
    "not a link",
    "https://example.com/?mode=resetPassword",
    "https://example.com/?oobCode=secret",
  ])("refuses %j without repeating it", (made) => {
    const make = () => actionLink(made, "https://example.com", "en");
    expect(make).toThrow(new TypeError("Firebase made a link without a code."));
  });
});
