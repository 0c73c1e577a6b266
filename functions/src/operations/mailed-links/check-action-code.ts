import { z } from "zod";
import { anyone } from "../../access/guards";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { actionCodeDto } from "../../operation/replies";
import { isInvitationCode } from "../../invitations/invitation-code";
import { openInvitation } from "./invitation";
import { usableCode } from "./mailed-code";

const accepts = z.strictObject({ oobCode: fields.actionCode });

/** Says what the code of a mailed link is for, and whose address it is about. Uses nothing up. */
export const checkActionCode = operation({
  name: "checkActionCode",
  summary: "Say what the code of a mailed link is for",
  accepts,
  replies: actionCodeDto,
  refuses: ["action-code-invalid", "action-code-expired", "user-disabled"],
  reads: true,
  allows: anyone,
  async run({ oobCode }, ports, context) {
    if (isInvitationCode(oobCode)) {
      const { account } = await openInvitation(oobCode, context, ports);
      return { mode: "acceptInvitation" as const, email: account.email };
    }
    const { mode, email } = await ports.limits.secret(context.from.network, () =>
      usableCode(oobCode, ports),
    );
    return { mode, email };
  },
});
