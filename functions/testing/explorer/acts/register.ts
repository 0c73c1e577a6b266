import { create } from "../../../src/accounts/protocol/creation";
import { sync } from "../../../src/accounts/protocol/sync";
import type { User } from "../../../src/users/user-directory";
import { onlyAdmins, succeeds } from "../guards";
import { personOf } from "../promises";
import type { Story } from "../story";

const newcomer: User = {
  ...{ id: "newcomer", firstName: "Grace", lastName: "Hopper", email: "newcomer@example.com" },
  ...{
    emailVerified: false,
    role: "User",
    disabled: false,
    locale: null,
    signUpMethod: "PASSWORD",
  },
};

/** How often the event of a creation comes. */
const events = 2;

/** Makes a user, on behalf of an Admin. The event of the creation comes twice, beside all else. */
export async function register(story: Story, name: string): Promise<void> {
  await story.begin(name);
  story.world.created = (uid) => {
    for (let event = 1; event <= events; event += 1)
      void syncFromEvent(story, `event#${event}`, uid);
  };
  const actor = { uid: personOf(name), recheck: onlyAdmins };
  const account = { email: "newcomer@example.com", password: "horse battery", displayName: "" };
  await succeeds(create(newcomer, account, actor, story.ports(name)));
}

/** As the trigger does, which is called again until it succeeds. */
async function syncFromEvent(story: Story, name: string, uid: string): Promise<void> {
  while (!(await succeeds(sync(uid, story.ports(name)))));
}
