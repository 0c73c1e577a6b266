import { access, refusal, scriptedApi } from "../../testing/client/scripted-api";

const url = "https://app.example.com/api/me";
const codes = ["session-revoked", "refresh-token-invalid", "user-disabled"];

test.each(codes)("a session that was ended elsewhere is told of once: %s", async (code) => {
  const { session, heard, answer } = scriptedApi();
  await session.begin(access());
  answer(refusal(401, "session-revoked"), refusal(401, code), [204]);
  const calls = Array.from({ length: 20 }, () => session.fetch(url));
  const outcomes = await Promise.allSettled(calls);
  expect(outcomes.filter(({ status }) => status === "rejected")).not.toEqual([]);
  await expect(session.accessToken()).rejects.toMatchObject({ code: "not-signed-in" });
  expect(heard.map((state) => state.split(" ")[0])).toEqual(["signed-in", "signed-out"]);
});

test("where the cookie has gone with the session, the reason is that of the token's refusal", async () => {
  const { session, answer } = scriptedApi();
  await session.begin(access());
  answer(refusal(401, "session-revoked"), [204]);
  await expect(session.fetch(url)).rejects.toMatchObject({ code: "session-revoked" });
  expect(session.state()).toEqual({ status: "signed-out", code: "session-revoked" });
});

test("nobody was signed in: no reason, and heard as well", async () => {
  const { session, heard, answer } = scriptedApi();
  expect(session.state()).toEqual({ status: "unknown" });
  answer([204]);
  await expect(session.accessToken()).rejects.toMatchObject({ code: "not-signed-in" });
  expect(heard).toEqual(["signed-out not-signed-in"]);
});

test("a refused token is renewed, and the request sent again with its body", async () => {
  const { session, asked, answer } = scriptedApi();
  const [first, second] = [access(), access()];
  await session.begin(first);
  answer(refusal(401, "token-expired"), [200, second], [200, { done: true }]);
  const reply = await session.fetch(url, { method: "PATCH", body: "{}" });
  expect(await reply.json()).toEqual({ done: true });
  expect(asked).toEqual([
    `/api/me Bearer ${first.accessToken}`,
    "/api/auth/refresh {}",
    `/api/me Bearer ${second.accessToken}`,
  ]);
});

test.each([
  [403, "not-allowed"],
  [401, "fresh-sign-in-required"],
  [503, "unavailable"],
])("what the API says of the request (%d %s) is the caller's", async (status, code) => {
  const { session, asked, answer } = scriptedApi();
  await session.begin(access());
  answer(refusal(status, code));
  expect((await session.fetch(url)).status).toBe(status);
  expect(asked).toHaveLength(1);
});

test("where another tab has signed in as somebody else, no call goes on as them", async () => {
  const { session, asked, heard, answer } = scriptedApi();
  await session.begin(access("ada"));
  const bob = access("bob");
  answer(refusal(401, "session-revoked"), [200, bob]);
  await expect(session.fetch(url)).rejects.toMatchObject({ code: "user-changed" });
  expect(asked).toHaveLength(2);
  expect(heard).toEqual(["signed-in", "signed-in"]);
  expect(session.state()).toEqual({ status: "signed-in", userId: "bob" });
  expect(await session.accessToken()).toBe(bob.accessToken);
});

test("where another tab has signed in again, calls go on", async () => {
  const { session, heard, answer } = scriptedApi();
  await session.begin(access());
  answer(refusal(401, "session-revoked"), [200, access()], [200, {}]);
  expect((await session.fetch(url)).status).toBe(200);
  expect(heard).toEqual(["signed-in"]);
});

test("what was asked for before the app ended the session has nothing to say any more", async () => {
  const { session, answer } = scriptedApi();
  answer([200, access()]);
  const waiting = session.accessToken();
  await session.end();
  await expect(waiting).rejects.toMatchObject({ code: "not-signed-in" });
  expect(session.state()).toMatchObject({ status: "signed-out" });
});

test("a token is sent to no other origin", async () => {
  const { session, asked } = scriptedApi();
  await session.begin(access());
  await expect(session.fetch("https://evil.example.com/api/me")).rejects.toThrow(TypeError);
  expect(asked).toEqual([]);
});
