import type { Asking } from "../asking";

/** What the operations that mail a link are held to. */
export function describeMails({ call, world }: Asking): void {
  describe("the mails", () => {
    test.each(["resetPassword", "sendEmailVerificationLink"] as const)(
      "%s replies the same for a known and an unknown address",
      async (operation) => {
        const { email } = await world.newUser();
        expect(await call(operation, { email, locale: "pt-BR" })).toEqual({ reply: null });
        expect(await call(operation, { email: world.newEmail() })).toEqual({ reply: null });
      },
    );
  });
}
