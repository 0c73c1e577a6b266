/** Run as a process: a mail provider that takes every message at once. */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { answerParent } from "../../functions/testing/instances/processes";

export interface SmtpCommands {
  port(): Promise<number>;
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  disableReverseLookup: true,
  onData(stream, _session, reply) {
    stream.on("end", () => reply()).resume();
  },
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.server.address() as AddressInfo;
  const commands: SmtpCommands = { port: () => Promise.resolve(port) };
  answerParent(commands);
});
