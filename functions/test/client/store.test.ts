import { access, refusal, scriptedApi } from "../../testing/client/scripted-api";

function storing(kept?: string) {
  const box = { kept };
  const store = { read: () => box.kept, write: (token?: string) => void (box.kept = token) };
  return { box, store };
}

test("a refresh token is shown out of the store, and the newest is kept there", async () => {
  const { box, store } = storing("refresh-1");
  const { session, asked, answer } = scriptedApi({ store });
  answer([200, access("ada", { refreshToken: "refresh-2" })]);
  await session.accessToken();
  expect(asked).toEqual(['/api/auth/refresh {"refreshToken":"refresh-1"}']);
  expect(box.kept).toBe("refresh-2");
});

test("a sign-in's refresh token is kept, and goes when the app ends the session", async () => {
  const { box, store } = storing();
  const { session } = scriptedApi({ store });
  await session.begin(access("ada", { refreshToken: "refresh-1" }));
  expect(box.kept).toBe("refresh-1");
  await session.end();
  expect(box.kept).toBeUndefined();
});

test("without a refresh token nobody is signed in, and the API is not asked", async () => {
  const { session, asked } = scriptedApi({ store: storing().store });
  await expect(session.accessToken()).rejects.toMatchObject({ code: "not-signed-in" });
  expect(asked).toEqual([]);
});

test("a refused token goes; an outage leaves it", async () => {
  const { box, store } = storing("refresh-1");
  const { session, answer } = scriptedApi({ store });
  answer("away");
  await expect(session.accessToken()).rejects.toMatchObject({ code: "unavailable" });
  expect(box.kept).toBe("refresh-1");
  answer(refusal(401, "session-revoked"));
  await expect(session.accessToken()).rejects.toMatchObject({ code: "session-revoked" });
  expect(box.kept).toBeUndefined();
});

test("one that another process has put there meanwhile is shown, and not removed", async () => {
  const { box, store } = storing("refresh-1");
  const reads = ["refresh-1", "refresh-2", "refresh-2"];
  const { session, asked, answer } = scriptedApi({
    store: { ...store, read: () => reads.shift() },
  });
  box.kept = "refresh-2";
  answer(refusal(401, "session-revoked"), [200, access("ada", { refreshToken: "refresh-3" })]);
  await session.accessToken();
  expect(asked.map((one) => one.split(" ")[1])).toEqual([
    '{"refreshToken":"refresh-1"}',
    '{"refreshToken":"refresh-2"}',
  ]);
  expect(box.kept).toBe("refresh-3");
});
