import * as operations from "../../../operations";
import { actionCodeExample } from "../../../operation/replies";
import { operationRoute } from "../operation-route";

const tags = ["mailed links"];

const whicheverAddress = {
  description: "The same for any well-formed address, whether somebody has it or not.",
};

const addressInPath = {
  method: "post",
  tags,
  description: "With the address in the path, which puts it into the platform's request log.",
  example: { locale: "en" },
  bodyIsOptional: true,
  reply: whicheverAddress,
} as const;

export const resetPassword = operationRoute(operations.resetPassword, {
  method: "post",
  path: "/auth/resetPassword",
  tags,
  example: { email: "ada@example.com" },
  reply: whicheverAddress,
});

export const resetPasswordOf = operationRoute(operations.resetPassword, {
  ...addressInPath,
  path: "/auth/resetPassword/{email}",
  operationId: "resetPasswordOf",
});

export const verifyEmail = operationRoute(operations.sendEmailVerificationLink, {
  method: "post",
  path: "/auth/verifyEmail",
  operationId: "verifyEmail",
  tags,
  example: { email: "ada@example.com" },
  reply: whicheverAddress,
});

export const verifyEmailOf = operationRoute(operations.sendEmailVerificationLink, {
  ...addressInPath,
  path: "/auth/verifyEmail/{email}",
  operationId: "verifyEmailOf",
});

export const checkAction = operationRoute(operations.checkActionCode, {
  method: "post",
  path: "/auth/action/check",
  operationId: "checkAction",
  tags,
  description: "Does not use the code up. For a change of address, `email` is the new one.",
  example: { oobCode: "5cS2vJm1kQ" },
  reply: { description: "What the code is for.", example: actionCodeExample },
});

export const applyAction = operationRoute(operations.applyActionCode, {
  method: "post",
  path: "/auth/action",
  operationId: "applyAction",
  tags,
  description:
    "A code to reset a password or to accept an invitation needs `newPassword`, and no other code takes one. All but a verification end the user's sessions.",
  example: { oobCode: "5cS2vJm1kQ", newPassword: "another horse battery" },
  reply: { description: "Done." },
});
