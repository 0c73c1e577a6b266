import { userExample } from "../../../operation/replies";
import * as operations from "../../../operations";
import { opened, sendOpened } from "../opened-session";
import { operationRoute } from "../operation-route";
import { readFormerCookie } from "../request/session-cookie";
import { perform } from "../route";

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
