import { z } from "zod";
import { activityExample } from "../../../operations/activity/activity-page";
import { userExample } from "../../../operation/replies";
import * as operations from "../../../operations";
import type { ApiContext } from "../context";
import { bearer, noContent, refusals } from "../openapi/describe";
import { opened, sendOpened } from "../opened-session";
import { operationRoute } from "../operation-route";
import { clearSessionCookie, readFormerCookie } from "../request/session-cookie";
import { endpoint, perform } from "../route";

const tags = ["me"];

const unverified = "An unverified address does not stand in the way.";

const reply = {
  description: "As it is now.",
  example: {
    ...userExample,
    locale: "en",
    providers: ["password"],
    hasPassword: true,
    secondFactors: [],
    createdAt: "2026-01-01T12:00:00.000Z",
    lastSignInAt: "2026-01-02T12:00:00.000Z",
  },
};

const exportExample = {
  exportedAt: "2026-01-02T12:00:00.000Z",
  account: { localId: userExample.id, email: userExample.email },
  user: { firstName: userExample.firstName, lastName: userExample.lastName },
  state: { endedBefore: null, endedSessions: [] },
  sessions: [],
  activity: [activityExample],
  invitation: null,
  mails: [],
};

export const getMe = operationRoute(operations.getMe, {
  method: "get",
  path: "/me",
  tags,
  description: unverified,
  reply,
});

export const updateMe = operationRoute(operations.updateMe, {
  method: "patch",
  path: "/me",
  tags,
  description: `Changes what is named and nothing else. ${unverified}`,
  example: { firstName: "Ada", locale: "en" },
  reply,
});

export const changePassword = operationRoute(operations.changePassword, {
  method: "post",
  path: "/me/password",
  tags,
  description:
    "Ends every session and begins a new one, whose refresh token is in the cookie. With a second factor, `second-factor-required` says that the password is changed.",
  example: { currentPassword: "correct horse battery", newPassword: "another horse battery" },
  reply: opened,
  async answer(c, input) {
    const { lasting } = readFormerCookie(c);
    return sendOpened(c, await perform(c, operations.changePassword, input), lasting);
  },
});

export const changeEmail = operationRoute(operations.changeEmail, {
  method: "post",
  path: "/me/email",
  tags,
  description:
    "Without `currentPassword`, asks for a fresh sign-in. The link in the mail changes the address and ends the sessions. The reply is the same where somebody has the address, who is told by mail.",
  example: { newEmail: "ada@example.org", currentPassword: "correct horse battery" },
  reply: { description: "A link is mailed to the new address." },
});

async function deleted(c: ApiContext, input: unknown): Promise<Response> {
  await perform(c, operations.deleteMe, input);
  // What says that the device is known goes, too: nobody is left whom it could know.
  clearSessionCookie(c, { ...readFormerCookie(c), deviceToken: undefined });
  return c.body(null, 204);
}

const gone = "The account and all that was kept about its owner are gone; the cookie is cleared.";

export const deleteMe = endpoint(
  {
    method: "delete",
    path: "/me",
    operationId: "deleteMe",
    tags,
    summary: operations.deleteMe.summary,
    description: `Asks for a fresh sign-in. The last Admin who can act stays. ${unverified}`,
    security: bearer,
    responses: { ...noContent(gone), ...refusals(operations.deleteMe) },
  },
  (c) => deleted(c, {}),
);

export const deleteMeByPassword = operationRoute(operations.deleteMe, {
  method: "post",
  path: "/me/delete",
  operationId: "deleteMeByPassword",
  tags,
  description: `The same with the password, however long ago the sign-in is. ${unverified}`,
  example: { currentPassword: "correct horse battery" },
  reply: { description: gone },
  answer: deleted,
});

export const exportMe = operationRoute(operations.exportMe, {
  method: "get",
  path: "/me/export",
  tags,
  description: `A file to save. Asks for a fresh sign-in. ${unverified}`,
  reply: {
    description: "All that is stored, but for hashes, sealed tokens and counters.",
    example: exportExample,
    headers: z.object({ "Content-Disposition": z.string() }),
  },
  async answer(c, input) {
    const all = await perform(c, operations.exportMe, input);
    c.header("Content-Disposition", 'attachment; filename="account.json"');
    return c.json(all);
  },
});
