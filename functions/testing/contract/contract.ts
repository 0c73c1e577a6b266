import { asking } from "./asking";
import { describeGenerateToken } from "./operations/generate-token";
import { describeGenerateTokenForOAuth } from "./operations/generate-token-for-oauth";
import { describeMails } from "./operations/mails";
import { describeMalformed } from "./operations/malformed";
import { describeOwnAccount } from "./operations/own-account";
import { describeOwnSessions } from "./operations/own-sessions";
import { describeOwnData } from "./operations/own-data";
import { describeQuestions } from "./operations/questions";
import { describeRegister } from "./operations/register";
import { describeRenewToken } from "./operations/renew-token";
import { describeRevokeTokens } from "./operations/revoke-tokens";
import { describeStrangers } from "./operations/strangers";
import type { Transport, World } from "./transport";

/**
 * The contract of the operations, the same over every transport.
 *
 * @param options.guarded - whether it asks as a client with a token, whom the guards stop.
 * @param options.takes - whether the transport can bring a request as far as the operation. Default: any.
 * @param start - brings a transport up, and people to try it with.
 */
export function describeContract(
  name: string,
  { guarded, takes = () => true }: ContractOptions,
  start: () => Promise<Started>,
): void {
  describe(`the operations over ${name}`, () => {
    let started: Started;
    beforeAll(async () => {
      started = await start();
    });
    afterAll(() => started.stop());

    const asked = asking(() => started);
    describeRegister(asked);
    describeGenerateToken(asked);
    describeGenerateTokenForOAuth(asked);
    describeRenewToken(asked);
    describeRevokeTokens(asked);
    if (guarded) describeStrangers(asked);
    // The project's own code is nobody in particular.
    if (guarded) describeOwnAccount(asked);
    if (guarded) describeOwnSessions(asked);
    if (guarded) describeOwnData(asked);
    describeMails(asked);
    describeQuestions(asked);
    describeMalformed(asked, takes);
  });
}

interface ContractOptions {
  guarded: boolean;
  takes?: (data: unknown) => boolean;
}

interface Started {
  transport: Transport;
  world: World;
  stop(): Promise<void>;
}
