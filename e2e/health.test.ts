import { stack } from "./stack";

describe("the local stack", () => {
  test("serves the HTTPS API through Hosting", async () => {
    const reply = await fetch(`http://${stack().addresses.hosting}/api/health`);
    expect([reply.status, await reply.json()]).toEqual([200, { status: "ok" }]);
  });
});
