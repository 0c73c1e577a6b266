import type { Asking } from "../asking";

interface Listed {
  id: string;
  current: boolean;
}

interface SignedIn {
  id: string;
  sessionId: string;
  accessToken: string;
  refreshToken: string;
}

/** What the list of one's own sessions is held to. */
export function describeOwnSessions({ call, reply, refusal, expectSoon, world }: Asking): void {
  describe("one's own sessions", () => {
    /** Somebody who is signed in twice, in two seconds: sessions of one second are one. */
    async function twice(): Promise<[here: SignedIn, there: SignedIn]> {
      const { email } = await world.newUser({ verified: false });
      const request = { email, password: world.password };
      await world.nextSecond();
      const here = await reply<SignedIn>("generateToken", request);
      await world.nextSecond();
      return [here, await reply<SignedIn>("generateToken", request)];
    }

    const list = ({ accessToken }: SignedIn) => reply<Listed[]>("listSessions", {}, accessToken);

    const expectEnded = async ({ id, accessToken, refreshToken }: SignedIn) => {
      expect(await refusal("renewToken", { refreshToken })).toBe("session-revoked");
      const question = { accessToken, requestedUserId: id };
      await expectSoon(() => call("isAuthorizedByUserId", question), { reply: false });
    };

    test("are listed, and the one that asks is known among them", async () => {
      const [here, there] = await twice();
      const sessions = await list(here);
      expect(sessions[0]).toEqual({
        id: there.sessionId,
        current: false,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        lastUsedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        device: expect.any(String),
        place: expect.any(String),
      });
      const isCurrent = new Map(sessions.map(({ id, current }) => [id, current]));
      expect(isCurrent.get(here.sessionId)).toBe(true);
      expect(isCurrent.get(there.sessionId)).toBe(false);
    });

    test("end one at a time, and are not found again", async () => {
      const [here, there] = await twice();
      const request = { sessionId: there.sessionId };
      expect(await reply("endSession", request, here.accessToken)).toBeNull();
      await expectEnded(there);
      expect((await list(here)).map(({ id }) => id)).not.toContain(there.sessionId);
      expect(await refusal("endSession", request, here.accessToken)).toBe("session-not-found");
      expect(await call("renewToken", { refreshToken: here.refreshToken })).toHaveProperty("reply");
    });

    test("end all but the one that asks", async () => {
      const [here, there] = await twice();
      expect(await reply("endOtherSessions", {}, here.accessToken)).toBeNull();
      await expectEnded(there);
      const sessions = await list(here);
      expect(sessions.map(({ current }) => current)).not.toContain(false);
      expect(await call("renewToken", { refreshToken: here.refreshToken })).toHaveProperty("reply");
    });

    test.each(["nonsense", "1767225600-aZ8_q2L-x0Yt3Kbn", "a b"])(
      "refuse to end %s",
      async (sessionId) => {
        const { accessToken } = await world.newUser();
        expect(await refusal("endSession", { sessionId }, accessToken)).toBe("session-not-found");
      },
    );

    test("are nobody else's to end", async () => {
      const [here] = await twice();
      const { accessToken } = await world.newUser({ role: "Admin" });
      const request = { sessionId: here.sessionId };
      expect(await refusal("endSession", request, accessToken)).toBe("session-not-found");
      expect(await call("renewToken", { refreshToken: here.refreshToken })).toHaveProperty("reply");
    });

    test.each([
      ["listSessions", {}],
      ["endSession", { sessionId: "any" }],
      ["endOtherSessions", {}],
    ] as const)("are nobody's to ask for by %s", async (operation, request) => {
      expect(await refusal(operation, request)).toBe("not-signed-in");
      expect(await refusal(operation, request, "garbage")).toBe("token-invalid");
    });
  });
}
