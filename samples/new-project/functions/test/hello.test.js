"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");

// `npm test` starts the emulators and says where they are. Two people are there from the beginning.
const { FUNCTIONS_URL, USER_EMAIL, USER_PASSWORD } = process.env;

async function call(name, data, token) {
  const reply = await fetch(`${FUNCTIONS_URL}/${name}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ data }),
  });
  return { status: reply.status, ...(await reply.json()) };
}

test("hello greets whoever is signed in", async () => {
  const signIn = { email: USER_EMAIL, password: USER_PASSWORD };
  const { result: user } = await call("generateToken", signIn);
  const { result } = await call("hello", {}, user.accessToken);
  assert.deepEqual(result, { hello: user.id });
});

test("hello refuses everybody else", async () => {
  const { status, error } = await call("hello", {});
  assert.deepEqual([status, error.details.code], [401, "not-signed-in"]);
});
