import { z } from "zod";
import * as fields from "../../../operation/fields";
import * as operations from "../../../operations";
import { bodyRefusals, jsonBody, jsonReply, noContent, refusals } from "../openapi/describe";
import { done, endpoint, replies } from "../route";
import { actionCodeDto, actionCodeExample } from "../../../operation/replies";

const tags = ["mailed links"];

const whicheverAddress = {
  ...noContent("The same for any well-formed address, whether somebody has it or not."),
  ...refusals(...bodyRefusals),
};

const inPath = z.object({ email: fields.email });

export const resetPassword = endpoint(
  {
    method: "post",
    path: "/auth/resetPassword",
    operationId: "resetPassword",
    tags,
    summary: "Mail a link to choose a new password",
    request: { body: jsonBody(operations.resetPassword.accepts, { email: "ada@example.com" }) },
    responses: whicheverAddress,
  },
  done(operations.resetPassword),
);

export const resetPasswordOf = endpoint(
  {
    method: "post",
    path: "/auth/resetPassword/{email}",
    operationId: "resetPasswordOf",
    tags,
    summary: "Mail a link to choose a new password",
    description: "With the address in the path, where it gets into the platform's request log.",
    request: {
      params: inPath,
      body: jsonBody(
        operations.resetPassword.accepts.omit({ email: true }),
        { locale: "en" },
        false,
      ),
    },
    responses: whicheverAddress,
  },
  done(operations.resetPassword),
);

export const verifyEmail = endpoint(
  {
    method: "post",
    path: "/auth/verifyEmail",
    operationId: "verifyEmail",
    tags,
    summary: "Mail a link to verify an address",
    request: {
      body: jsonBody(operations.sendEmailVerificationLink.accepts, { email: "ada@example.com" }),
    },
    responses: whicheverAddress,
  },
  done(operations.sendEmailVerificationLink),
);

export const verifyEmailOf = endpoint(
  {
    method: "post",
    path: "/auth/verifyEmail/{email}",
    operationId: "verifyEmailOf",
    tags,
    summary: "Mail a link to verify an address",
    description: "With the address in the path, where it gets into the platform's request log.",
    request: {
      params: inPath,
      body: jsonBody(
        operations.sendEmailVerificationLink.accepts.omit({ email: true }),
        { locale: "en" },
        false,
      ),
    },
    responses: whicheverAddress,
  },
  done(operations.sendEmailVerificationLink),
);

const codeRefusals = [
  "action-code-invalid",
  "action-code-expired",
  "user-disabled",
  "too-many-attempts",
] as const;

export const checkAction = endpoint(
  {
    method: "post",
    path: "/auth/action/check",
    operationId: "checkAction",
    tags,
    summary: "Say what the code of a mailed link is for",
    description: "Uses nothing up. For a change of address, `email` is the new one.",
    request: { body: jsonBody(operations.checkActionCode.accepts, { oobCode: "5cS2vJm1kQ" }) },
    responses: {
      200: jsonReply("What the code is for.", actionCodeDto, actionCodeExample),
      ...refusals(...bodyRefusals, ...codeRefusals),
    },
  },
  replies(operations.checkActionCode, 200),
);

export const applyAction = endpoint(
  {
    method: "post",
    path: "/auth/action",
    operationId: "applyAction",
    tags,
    summary: "Do what the code of a mailed link is for",
    description:
      "A code to reset a password needs `newPassword`, and no other code takes one. All but a verification end the user's sessions.",
    request: {
      body: jsonBody(operations.applyActionCode.accepts, {
        oobCode: "5cS2vJm1kQ",
        newPassword: "another horse battery",
      }),
    },
    responses: {
      ...noContent("Done."),
      ...refusals(...bodyRefusals, ...codeRefusals, "weak-password", "email-exists"),
    },
  },
  done(operations.applyActionCode),
);
