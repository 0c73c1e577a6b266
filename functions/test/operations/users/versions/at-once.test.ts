import { versions } from "../../../../testing/http/versions";

const { ask, newUser, served } = versions();

test("of ten changes with one tag at once, one is made", async () => {
  const { path, etag } = await newUser();
  const headers = { "if-match": etag };
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      ask("PATCH", path, { headers, body: { firstName: `Ada${"x".repeat(n + 1)}` } }),
    ),
  );
  const made = answers.filter(({ status }) => status === 200);
  expect([made.length, answers.filter(({ status }) => status === 412).length]).toEqual([1, 9]);
});

test("of several changes of the address with one tag at once, one is made", async () => {
  const { path, etag } = await newUser();
  const headers = { "if-match": etag };
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      ask("PATCH", path, { headers, body: { email: served.newEmail() } }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
});
