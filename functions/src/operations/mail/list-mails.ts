import { z } from "zod";
import { administratorsOnly } from "../../operation/administrator";
import { operation } from "../../operation/operation";
import { nextPageToken, pageOf, pageRequest } from "../../operation/paging";
import { mailDto, mailId, mailState, toMailDTO } from "./mail-dto";

/** Reads a page of the outbox, newest first, all of it or in one state. It costs one query, and a read where a page goes on. */
export const listMails = operation({
  name: "listMails",
  summary: "Read a page of the outbox",
  accepts: pageRequest(100, 50, mailId).extend({ state: mailState.optional() }),
  replies: z.object({ mails: z.array(mailDto), nextPageToken }),
  refuses: [],
  reads: true,
  ...administratorsOnly,
  async run({ limit, pageToken, state }, { mails }) {
    const found = await mails.list({ state, limit: limit + 1, after: pageToken });
    const { page, lastId } = pageOf(found, limit);
    return { mails: page.map(toMailDTO), nextPageToken: lastId };
  },
});
