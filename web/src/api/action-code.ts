import { answer, api } from "./client";

/** What a mailed link can be for. */
export const modes = [
  "resetPassword",
  "verifyEmail",
  "verifyAndChangeEmail",
  "recoverEmail",
  "acceptInvitation",
] as const;

export type Mode = (typeof modes)[number];

/** Asks what a code is for and whose address it concerns. Uses nothing up. */
export function checkCode(oobCode: string): Promise<{ mode: string; email: string | null }> {
  return answer(api.auth.action.check.$post({ json: { oobCode } }));
}

/** Does what a code is for, and uses it up. */
export async function useCode(oobCode: string, newPassword?: string): Promise<void> {
  const json = { oobCode, ...(newPassword !== undefined && { newPassword }) };
  await answer(api.auth.action.$post({ json }));
}
