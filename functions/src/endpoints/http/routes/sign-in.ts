import { z } from "zod";
import { parse } from "../../../operation/parse";
import * as operations from "../../../operations";
import { bodyRefusals, jsonBody, jsonReply, refusals } from "../openapi/describe";
import { opened, sendOpened } from "../opened-session";
import { operationRoute } from "../operation-route";
import { withFields, withoutField } from "../request/input";
import { readFormerCookie } from "../request/session-cookie";
import { endpoint, perform } from "../route";

const tags = ["sessions"];

export const register = operationRoute(operations.register, {
  method: "post",
  path: "/auth/register",
  tags,
  description: "Mails a link to verify the address.",
  example: {
    email: "ada@example.com",
    password: "correct horse battery",
    firstName: "Ada",
    lastName: "Lovelace",
  },
  reply: opened,
  async answer(c, input) {
    const { refreshToken } = readFormerCookie(c);
    return sendOpened(c, await perform(c, operations.register, input, { refreshToken }), true);
  },
});

export const requestAccount = operationRoute(operations.requestAccount, {
  method: "post",
  path: "/auth/requestAccount",
  tags,
  description:
    "Mails a link to choose a password; the owner of an address that has an account is told so instead.",
  example: { email: "ada@example.com", firstName: "Ada", lastName: "Lovelace" },
  reply: { description: "The same for any well-formed address, whether somebody has it or not." },
});

const remember = z.boolean().optional().meta({
  description: "false: the cookie goes when the browser is closed. Default true.",
});

export const login = endpoint(
  {
    method: "post",
    path: "/auth/login",
    operationId: "login",
    tags,
    summary: "Sign in",
    description:
      "With email and password, or with the ID token of an identity provider. The session of a cookie that comes along ends.",
    request: {
      body: jsonBody(
        z.union([
          operations.generateToken.accepts.omit({ deviceToken: true }).extend({ remember }),
          operations.generateTokenForOAuth.accepts.omit({ deviceToken: true }).extend({ remember }),
        ]),
        { email: "ada@example.com", password: "correct horse battery" },
      ),
    },
    responses: {
      200: jsonReply(opened.description, opened.schema, opened.example),
      ...refusals(operations.generateToken, operations.generateTokenForOAuth, ...bodyRefusals),
    },
  },
  async (c, input) => {
    const { remember: lasting = true } = parse(z.looseObject({ remember }), input);
    const sent = withoutField(input, "remember");
    const { refreshToken, deviceToken } = readFormerCookie(c);
    const former = { refreshToken };
    const known = deviceToken === undefined ? sent : withFields(sent, { deviceToken });
    if (typeof sent === "object" && sent !== null && "idToken" in sent) {
      const dto = await perform(c, operations.generateTokenForOAuth, known, former);
      return sendOpened(c, dto, lasting);
    }
    return sendOpened(c, await perform(c, operations.generateToken, known, former), lasting);
  },
);
