import { endSessions } from "../../../src/accounts/sessions/end-sessions";
import type { FirebaseSession } from "../auth-model";
import { succeeds } from "../guards";
import type { Story } from "../story";

/** The sessions that a state remembers by themselves, and one more. */
const crowd = 501;

/** Ends a session of a user by itself, a second after it has begun. */
export async function endOne(story: Story, name: string, uid: string): Promise<void> {
  await story.begin(name);
  const session = await story.signIn(name, uid);
  await story.passes(name, 1000);
  if (session) await end(story, name, [session]);
}

/** Ends more sessions of a user than a state remembers. */
export async function endCrowd(story: Story, name: string, uid: string): Promise<void> {
  await story.begin(name);
  const session = await story.signIn(name, uid);
  if (!session) return;
  const earlier = (seconds: number) => ({ ...session, authTime: session.authTime - seconds });
  await end(
    story,
    name,
    Array.from({ length: crowd }, (_, index) => earlier(crowd - 1 - index)),
  );
}

async function end(
  story: Story,
  name: string,
  sessions: readonly FirebaseSession[],
): Promise<void> {
  const { uid } = sessions[0]!;
  const ids = sessions.map(({ authTime }) => `${authTime}-${name}`);
  const at = story.world.now();
  if (!(await succeeds(endSessions(uid, ids, story.ports(name))))) return;
  // The oldest is the first that would be forgotten.
  for (const session of new Set([sessions[0]!, sessions.at(-1)!])) {
    story.promises.endedOne(name, session, at);
  }
}
