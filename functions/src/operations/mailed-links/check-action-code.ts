import { z } from "zod";
import { anyone } from "../../access/guards";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import type { ActionCodeDTO } from "../../operation/replies";

const accepts = z.strictObject({ oobCode: fields.actionCode });

export type CheckActionCodeRequest = z.input<typeof accepts>;

/** Says what the code of a mailed link is for, and whose address it is about. Uses nothing up. */
export const checkActionCode = operation({
  accepts,
  allows: anyone,
  async run({ oobCode }, { actionCodes }): Promise<ActionCodeDTO> {
    const { mode, email } = await actionCodes.check(oobCode);
    return { mode, email };
  },
});
