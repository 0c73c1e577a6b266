import { z } from "zod";
import * as operations from "../../../operations";
import { mailDto, mailExample } from "../../../operations/mail/mail-dto";
import { operationRoute } from "../operation-route";
import { linked, sendPage } from "../page";
import { perform } from "../route";

const tags = ["mails"];

const { kind, state, email: address, attempts, createdAt } = mailExample;
const userMailExample = { kind, state, email: address, attempts, createdAt };

export const listMails = operationRoute(operations.listMails, {
  method: "get",
  path: "/mails",
  tags,
  description:
    "Newest first, all or in one `state`; entries are kept for a week. No mail's text, link or code is in it. For Admins.",
  reply: {
    description: "A page.",
    schema: z.array(mailDto),
    example: [mailExample],
    headers: linked,
  },
  async answer(c, input) {
    const { mails, nextPageToken } = await perform(c, operations.listMails, input);
    return sendPage(c, c.req.query(), mails, nextPageToken);
  },
});

export const resendMail = operationRoute(operations.resendMail, {
  method: "post",
  path: "/mails/{mailId}",
  tags,
  description: "One that failed. For Admins.",
  reply: { description: "It waits to be sent." },
});

export const listUserMails = operationRoute(operations.listUserMails, {
  method: "get",
  path: "/users/{userId}/mails",
  tags,
  description:
    "Newest first; entries are kept for a week. No mail's text, link or code is in it. For Admins.",
  reply: { description: "What the outbox holds.", example: [userMailExample] },
});
