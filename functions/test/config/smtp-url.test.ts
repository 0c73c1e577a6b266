import { parseSmtpUrl } from "../../src/config/smtp-url";

describe("parseSmtpUrl", () => {
  test.each([
    [
      "smtps://ada:p%40ss@mail.example.com",
      { host: "mail.example.com", port: 465, secure: true, auth: { user: "ada", pass: "p@ss" } },
    ],
    ["smtp://mail.example.com:2525/", { host: "mail.example.com", port: 2525, secure: false }],
    ["smtp://[::1]", { host: "::1", port: 587, secure: false }],
  ])("reads %s", (url, server) => {
    expect(parseSmtpUrl(url)).toEqual(server);
  });

  test.each([
    ["", "it is empty"],
    ["mail.example.com:465", "it is not a URL"],
    ["smtp://", "it is not a URL"],
    ["https://mail.example.com", "it does not begin with smtps:// or smtp://"],
    ["smtps://ada:se#cret@mail.example.com", "it is not a URL"],
    ["smtps://ada:se/cret@mail.example.com", "it is not a URL"],
    ["smtps://ada:sec%ret@mail.example.com", "a % that encodes nothing"],
    ["smtps://ada@mail.example.com", "a user without a password"],
    ["smtps://mail.example.com/?pool=true", "something follows the port"],
  ])("refuses %j, without repeating it", (url, flaw) => {
    const read = () => parseSmtpUrl(url);
    expect(read).toThrow(TypeError);
    expect(read).toThrow(flaw);
    expect(read).not.toThrow(/cret/);
  });
});
