import { z } from "zod";
import { userExample } from "../../../operation/replies";
import * as operations from "../../../operations";
import { invitationDto, invitationExample } from "../../../operations/invitations/invitation-dto";
import { operationRoute } from "../operation-route";
import { linked, sendPage } from "../page";
import { perform } from "../route";

const tags = ["invitations"];

export const listInvitations = operationRoute(operations.listInvitations, {
  method: "get",
  path: "/invitations",
  tags,
  description:
    "Those that nobody has accepted, ordered by user; also for 30 days those that ended. For Admins.",
  reply: {
    description: "A page.",
    schema: z.array(invitationDto),
    example: [invitationExample],
    headers: linked,
  },
  async answer(c, input) {
    const { invitations, nextPageToken } = await perform(c, operations.listInvitations, input);
    return sendPage(c, c.req.query(), invitations, nextPageToken);
  },
});

const { email, firstName, lastName, role } = userExample;

export const inviteUser = operationRoute(operations.inviteUser, {
  method: "post",
  path: "/invitations",
  tags,
  description:
    "Makes an account with a role, whose owner chooses a password by a mailed link. For Admins.",
  example: { email, firstName, lastName, role },
  status: 201,
  reply: { description: "Invited.", example: { ...userExample, emailVerified: false } },
});

export const resendInvitation = operationRoute(operations.resendInvitation, {
  method: "post",
  path: "/invitations/{userId}",
  tags,
  description:
    "Also where the invitation has ended. The code that was mailed before is good until the new one is mailed. For Admins.",
  reply: { description: "An invitation is mailed." },
});

export const withdrawInvitation = operationRoute(operations.withdrawInvitation, {
  method: "delete",
  path: "/invitations/{userId}",
  tags,
  description: "Deletes the account that was made for it. For Admins.",
  reply: { description: "The code that was mailed is good for nothing any more." },
});
