import { deviceOf } from "../../src/sessions/device";

const chrome =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";
const safari =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

describe("deviceOf", () => {
  test.each([
    [chrome, "Chrome on macOS"],
    [safari, "Safari on iOS"],
    [firefox, "Firefox on Linux"],
    ["", "Unknown device"],
    [undefined, "Unknown device"],
    ["<script>alert(1)</script>", "Unknown device"],
  ])("says what %j names", (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device);
  });

  test("keeps to words and a length, whatever is sent", () => {
    const device = deviceOf(`Mozilla/5.0 (<b>${"x".repeat(9000)}) \u202e<img src=x>/1.0`);
    expect(device).toMatch(/^[\w .-]{1,60}$/);
  });
});
