/** Run as a process: makes requests as fast as they are answered, a number of them at a time. */
import { Agent, get } from "node:http";
import { text } from "node:stream/consumers";
import { answerParent } from "../../functions/testing/instances/processes";

export interface LoadCommands {
  /** Says how many requests were answered with 200, and in what time. Any other answer is an error. */
  run(request: {
    port: number;
    tokens: string[];
    atATime: number;
    milliseconds: number;
  }): Promise<{ answered: number; milliseconds: number }>;
}

const agent = new Agent({ keepAlive: true });

async function request(port: number, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const status = await new Promise<number | undefined>((resolve, reject) => {
    get({ host: "127.0.0.1", port, agent, headers }, (response) => {
      text(response).then(() => resolve(response.statusCode), reject);
    }).on("error", reject);
  });
  if (status !== 200) throw new Error(`The server said ${status}.`);
}

const commands: LoadCommands = {
  async run({ port, tokens, atATime, milliseconds }) {
    let answered = 0;
    const start = performance.now();
    const caller = async () => {
      while (performance.now() - start < milliseconds) {
        await request(port, tokens[answered % tokens.length] ?? "");
        answered += 1;
      }
    };
    await Promise.all(Array.from({ length: atATime }, caller));
    return { answered, milliseconds: performance.now() - start };
  },
};

answerParent(commands);
