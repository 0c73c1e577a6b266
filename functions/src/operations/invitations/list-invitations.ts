import { z } from "zod";
import { administratorsOnly } from "../../operation/administrator";
import { operation } from "../../operation/operation";
import {
  nextPageToken,
  openPageToken,
  pageOf,
  uidPageRequest,
  toPageToken,
} from "../../operation/paging";
import { invitationDto, toInvitationDTO } from "./invitation-dto";

/** Reads a page of the invitations that nobody has accepted, those that ended lately too. It costs one query. */
export const listInvitations = operation({
  name: "listInvitations",
  summary: "Read a page of pending invitations",
  accepts: uidPageRequest,
  replies: z.object({ invitations: z.array(invitationDto), nextPageToken }),
  refuses: [],
  reads: true,
  ...administratorsOnly,
  async run({ limit, pageToken }, { invitations }, { refuse }) {
    const after = pageToken === undefined ? undefined : openPageToken(pageToken, refuse);
    const found = await invitations.list(limit + 1, after);
    const { page, lastId } = pageOf(found, limit);
    return {
      invitations: page.map(toInvitationDTO),
      nextPageToken: lastId && toPageToken(lastId),
    };
  },
});
