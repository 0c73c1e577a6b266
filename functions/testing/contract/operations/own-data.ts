import type { Asking } from "../asking";

interface Page {
  entries: { id: string; action: string }[];
  nextPageToken?: string;
}

/** What reading and deleting all that is kept about oneself is held to. */
export function describeOwnData({ call, reply, refusal, world }: Asking): void {
  describe("listActivity", () => {
    test("gives what was done to the account, newest first, page by page", async () => {
      const { id, accessToken } = await world.newUser({ verified: false });
      for (const firstName of ["Grace", "Mary"])
        await reply("updateMe", { firstName }, accessToken);
      const first = await reply<Page>("listActivity", { limit: 1 }, accessToken);
      expect(first).toEqual({
        entries: [
          {
            id: expect.any(String),
            at: expect.stringMatching(/Z$/),
            action: "updateMe",
            outcome: "ok",
            device: expect.any(String),
            place: expect.any(String),
            by: id,
          },
        ],
        nextPageToken: expect.any(String),
      });
      const { nextPageToken: pageToken } = first;
      const second = await reply<Page>("listActivity", { limit: 1, pageToken }, accessToken);
      expect(second.entries).toMatchObject([{ action: "updateMe" }]);
      expect(second.entries[0]?.id).not.toBe(first.entries[0]?.id);
    });
  });

  describe("exportMe", () => {
    test("gives what is kept, and nothing that opens anything", async () => {
      const { id, email, accessToken } = await world.newUser();
      await reply("resetPassword", { email });
      const all = await reply<object>("exportMe", {}, accessToken);
      expect(all).toMatchObject({
        account: { localId: id, email },
        user: { firstName: "Ada", email },
        sessions: expect.arrayContaining([
          expect.objectContaining({ id: expect.stringMatching(/^\d+-/) }),
        ]),
      });
      expect(JSON.stringify(all)).not.toMatch(/hash|salt|secret|firebaseToken|oobCode/i);
      expect(JSON.stringify(all)).not.toContain(world.password);
    });
  });

  describe("deleteMe", () => {
    test("takes the account away, after which nobody can sign in to it", async () => {
      const { email, accessToken, refreshToken } = await world.newUser();
      expect(await call("deleteMe", {}, accessToken)).toEqual({ reply: null });
      expect(await refusal("generateToken", { email, password: world.password })).toBe(
        "invalid-credentials",
      );
      expect(await refusal("renewToken", { refreshToken })).toBe("session-revoked");
    });

    test("checks a password that is given", async () => {
      const { email, accessToken } = await world.newUser();
      const wrong = { currentPassword: "wrong" };
      expect(await refusal("deleteMe", wrong, accessToken)).toBe("invalid-credentials");
      const login = { email, password: world.password };
      expect(await call("generateToken", login)).toHaveProperty("reply");
      expect(await call("deleteMe", { currentPassword: world.password }, accessToken)).toEqual({
        reply: null,
      });
    });
  });
}
