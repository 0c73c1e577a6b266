/** firestore.rules and what Firebase's SDK makes of our custom tokens. */
import { assertFails, assertSucceeds } from "@firebase/rules-unit-testing";
import { describeOfficial } from "../official-firestore/at-hand";
import { begun, people, second } from "./people";

describeOfficial("firestore.rules, of a session bound to ours by a custom token", () => {
  const { writeState, as, admin, read, list } = people();

  const now = () => Math.floor(Date.now() / 1000);
  /** Exchanged now, of a session of ours that began a minute ago. */
  const bound = (backendSession: object = {}) => ({
    auth_time: now(),
    firebase: { sign_in_provider: "custom" },
    backendSession: { began: begun, until: now() + 3540, ...backendSession },
  });
  const own = (claims: object) => read(as("ada", claims), "users/ada");

  test("it may what its user may", async () => {
    await assertSucceeds(own(bound()));
    await assertSucceeds(list(admin(bound())));
  });

  test("it is dead with ours, whenever it was exchanged", async () => {
    await writeState("ada", { validAfter: second(begun) });
    await assertFails(own(bound()));
    await assertSucceeds(own(bound({ began: begun + 1 })));
  });

  test("it is dead with ours that was ended by itself", async () => {
    await writeState("ada", { endedSessions: [begun] });
    await assertFails(own(bound()));
    await assertSucceeds(own(bound({ began: begun + 1 })));
  });

  test("it is no younger than its own sign-in", async () => {
    await writeState("ada", { validAfter: second(now()) });
    await assertFails(own(bound({ began: now() + 60 })));
  });

  test("it is over in time, though Firebase's SDK renews it", () =>
    assertFails(own(bound({ until: now() - 1 }))));

  test.each([
    ["no object", "text"],
    ["without an end", { began: begun }],
    ["without a beginning", { until: 9_999_999_999 }],
    ["of text", { began: "1", until: "9" }],
  ])("a binding that is %s lets nobody in", (_, backendSession) =>
    assertFails(own({ auth_time: begun, backendSession })),
  );

  test("a team's own custom token is judged by its auth_time", async () => {
    const custom = { firebase: { sign_in_provider: "custom" } };
    await writeState("ada", { validAfter: second(begun) });
    await assertFails(own(custom));
    await assertSucceeds(own({ ...custom, auth_time: now() }));
  });
});
