import type { CreationPorts } from "../../src/accounts/protocol/creation";
import type { TakeOverPorts } from "../../src/accounts/take-over";
import type { World } from "./world";

const settings = {
  roles: ["User", "Admin"] as [string, ...string[]],
  requireVerifiedEmail: true,
};

/** The ports as one process of a world has them. */
export function portsOf(world: World, actor: string): CreationPorts & TakeOverPorts {
  const { auth, records } = world;
  return {
    accounts: {
      find: (uid) => world.call(actor, `finds ${uid}`, () => auth.find(uid)),
      findMany: (uids) =>
        world.call(actor, "finds accounts", () => uids.flatMap((uid) => auth.find(uid) ?? [])),
      create: ({ uid, email }) =>
        world.call(actor, `creates ${uid}`, () => {
          auth.create(uid, { email, emailVerified: false });
          world.created(uid);
        }),
      update: (uid, changes) =>
        world.call(actor, `updates ${uid} ${JSON.stringify(changes)}`, () => {
          auth.update(uid, world.taken(changes));
        }),
      remove: (uid) =>
        world.call(actor, `removes ${uid}`, () => {
          auth.remove(uid);
        }),
    },
    records: {
      read: (uid) => world.call(actor, `reads ${uid}`, () => records.read(uid)),
      transact: (uids, decide) => world.transact(actor, uids, decide),
      markedBefore: (moment) =>
        world.query(actor, "looks for marks", (documents) =>
          [...documents].flatMap(([uid, { state }]) =>
            Object.values(state?.marks ?? {}).some(({ since }) => since < moment) ? [uid] : [],
          ),
        ),
      holders: (role) =>
        world.query(actor, `looks for ${role}s`, (documents) =>
          [...documents].flatMap(([uid, { user }]) =>
            user?.role === role && !user.disabled ? [uid] : [],
          ),
        ),
    },
    // Mails are none of its business.
    outbox: { hurry: () => Promise.resolve() },
    clock: {
      now: () => ({ steady: world.now(), wall: world.now() }),
      pass: (second) => world.passSecond(actor, second),
    },
    settings,
    // Guards with a live state are in acts/door.ts.
    live: { read: () => Promise.resolve(undefined) },
    newMarkId: () => world.newMarkId(actor),
  };
}
