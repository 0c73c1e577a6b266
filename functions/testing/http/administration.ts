import { requireUserId } from "../../src/access/guards";
import type { AuthDTO, UserDTO } from "../../src/operation/replies";
import { projectId } from "../backend";
import { type Answered, serveApi, type Served } from "./served";
import type { Account } from "../../src/identity/accounts";
import type { User } from "../../src/users/user-directory";
import type { AccountState } from "../../src/access/live/account-state";
import { running } from "../running";

/** What an Admin changes a user's names to. */
export const names = { firstName: "Grace", lastName: "Hopper" };

export interface Administration {
  served: Served;
  /** Who is there when a test begins. */
  team: { admin: AuthDTO };
  by(who: AuthDTO, method: string, path: string, body?: object): Promise<Answered>;
  /** Replaces a user: the names above, no other address, the role `User`, but for what `change` says. */
  put(who: AuthDTO, user: { id: string; email: string | null }, change?: object): Promise<Answered>;
  /** What all three places say of a user. */
  everywhere(id: string): Promise<{
    account: Account | undefined;
    user: User | undefined;
    state: AccountState | undefined;
  }>;
  /** @param pending - whether the mark of a change that failed stays, as it does for a day. */
  expectAgreement(id: string, expected: Partial<UserDTO>, pending?: boolean): Promise<void>;
  /** Why a user's own token opens nothing; `undefined` if it does. Asked strictly, as no instance is too young to know. */
  reasonFor(user: AuthDTO): Promise<string | undefined>;
}

/** The HTTPS API with nobody in it but an Admin, afresh for each test that follows, and what an Admin does there. */
export function administration(): Administration {
  const served = running(serveApi);
  const team = { admin: {} as AuthDTO };

  beforeEach(async () => {
    await served.firestoreServer.reset(projectId);
    team.admin = await served.newUser({ role: "Admin" });
  });

  const by = (who: AuthDTO, method: string, path: string, body?: object): Promise<Answered> =>
    served.ask(method, path, { token: who.accessToken, ...(body && { body }) });

  const put = (who: AuthDTO, user: { id: string; email: string | null }, change: object = {}) =>
    by(who, "PUT", `/users/${user.id}`, { ...names, email: user.email, role: "User", ...change });

  async function everywhere(id: string) {
    const [account, user, state] = await Promise.all([
      served.ports.accounts.find(id),
      served.ports.users.find(id),
      served.ports.states.read(id),
    ]);
    // Everything but when it was looked at.
    return { account: account && { ...account, asOf: 0 }, user, state };
  }

  async function expectAgreement(
    id: string,
    expected: Partial<UserDTO>,
    pending = false,
  ): Promise<void> {
    const { account, user, state } = await everywhere(id);
    expect(user).toMatchObject(expected);
    expect(account).toMatchObject({
      email: user!.email,
      emailVerified: user!.emailVerified,
      disabled: user!.disabled,
      claims: { role: user!.role },
    });
    expect(state?.pending ?? false).toBe(pending);
    expect(state?.role ?? user!.role).toBe(user!.role);
    expect(state?.disabled ?? false).toBe(user!.disabled);
  }

  async function reasonFor({ accessToken, id }: AuthDTO): Promise<string | undefined> {
    const { access } = served.ports;
    const decision = await access.authorize(accessToken, requireUserId(id), { strict: true });
    return decision.allowed ? undefined : decision.refusal.code;
  }

  return { served, team, by, put, everywhere, expectAgreement, reasonFor };
}
