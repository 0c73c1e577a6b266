import type { AuthDTO } from "../../src/operation/replies";

import type { Answered, Served } from "./served";

/** What tests of mailed codes ask of a served API, and of the Auth emulator. */
export interface ActionCodes {
  check(oobCode: string): Promise<Answered>;
  apply(oobCode: string, more?: object): Promise<Answered>;
  signIn(email: string, secret: string): Promise<Answered>;
  changeCode(user: AuthDTO, newEmail: string): Promise<string>;
  resetCode(user: AuthDTO): Promise<string>;
  emulator(path: string, body?: object): Promise<unknown>;
  mailedCode(requestType: string, email: string): Promise<string>;
  hasEnded(user: AuthDTO): Promise<boolean>;
}

/** The code in a link. */
export const codeOf = (link: string): string => new URL(link).searchParams.get("oobCode")!;

export function actionCodes(served: Served): ActionCodes {
  const check = (oobCode: string) =>
    served.ask("POST", "/auth/action/check", { body: { oobCode } });
  const apply = (oobCode: string, more: object = {}) =>
    served.ask("POST", "/auth/action", { body: { oobCode, ...more } });
  const signIn = (email: string, secret: string) =>
    served.ask("POST", "/auth/login", { body: { email, password: secret } });

  /** Asks Firebase, as the owner's own SDK does, for a change of address. */
  async function changeCode({ accessToken }: AuthDTO, newEmail: string): Promise<string> {
    await emulator("v1/accounts:sendOobCode?key=k", {
      requestType: "VERIFY_AND_CHANGE_EMAIL",
      idToken: accessToken,
      newEmail,
    });
    return mailedCode("VERIFY_AND_CHANGE_EMAIL", newEmail);
  }

  async function emulator(path: string, body?: object): Promise<unknown> {
    const response = await fetch(
      `http://${served.authHost}/identitytoolkit.googleapis.com/${path}`,
      {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      },
    );
    expect(response.status).toBe(200);
    return response.json();
  }

  /** The code that the emulator would have mailed. */
  async function mailedCode(requestType: string, email: string): Promise<string> {
    const response = await fetch(
      `http://${served.authHost}/emulator/v1/projects/demo-functions/oobCodes`,
    );
    const { oobCodes } = (await response.json()) as {
      oobCodes: { requestType: string; email: string; newEmail?: string; oobCode: string }[];
    };
    return oobCodes.findLast(
      (code) => code.requestType === requestType && [code.email, code.newEmail].includes(email),
    )!.oobCode;
  }

  async function hasEnded({ id, accessToken }: AuthDTO): Promise<boolean> {
    const token = accessToken;
    const { body } = await served.ask("POST", "/auth/authorize", { token, body: { userId: id } });
    return (body as { reason?: string }).reason === "session-revoked";
  }
  const resetCode = async ({ email }: AuthDTO) =>
    codeOf(await served.auth.generatePasswordResetLink(email!));

  return { check, apply, signIn, changeCode, resetCode, emulator, mailedCode, hasEnded };
}
