/** Run as a process: an instance that serves the HTTPS API, with a count of what guesses cost it. */
import { apiApp } from "../../functions/src/endpoints/http/app";
import { fetchDoor } from "../../functions/src/endpoints/http/fetch-door";
import { readSettings } from "../../functions/src/config";
import { initializeApp } from "../../functions/testing/instances/firebase-admin";
import { answerParent } from "../../functions/testing/instances/processes";
import { mount } from "../../functions/testing/mount";
import { type Cost, countedPorts } from "../limits/counted-ports";

export interface ApiCommands {
  /** The base URL of the API. */
  url(): Promise<string>;
  /** What guesses have cost since this was last asked. */
  cost(): Promise<Cost>;
}

// A line for each request would cost more than many a request.
process.stdout.write = () => true;

const { ports, cost } = countedPorts(initializeApp(), readSettings(process.env));

async function serve(): Promise<void> {
  const app = apiApp({ ports: () => ports, deployed: true, docsPage: () => Promise.resolve("") });
  const { url } = await mount({ api: fetchDoor(() => Promise.resolve(app)) });
  const commands: ApiCommands = {
    url: () => Promise.resolve(`${url}/api`),
    cost() {
      const paid = { ...cost };
      Object.assign(cost, { asked: 0, reads: 0, writes: 0 } satisfies Cost);
      return Promise.resolve(paid);
    },
  };
  answerParent(commands);
}

void serve();
