import { Refusal } from "../command";
import { defaultParameters } from "../../functions/src/config";
import { portsAt } from "../../local/ports/ports";
import { deployParameters } from "../project/parameters";
import type { Target } from "../project/target";

/** An address of nobody (RFC 5737), to see what becomes of a header that a client forged. */
const forged = "192.0.2.1";

/** Asks a project's API, by each path that leads to it, how a request arrives there, and prints it. */
export async function printClientAddress(target: Target, urls: readonly string[]): Promise<void> {
  const { READY_TOKEN } = { ...deployParameters(target.project), ...process.env };
  const known = { ...(READY_TOKEN && { authorization: `Bearer ${READY_TOKEN}` }) };
  for (const url of [...usualUrls(target), ...urls]) {
    console.log(url);
    console.log(`  asked plainly:           ${await ask(url, known)}`);
    console.log(
      `  with a forged ${forged}: ${await ask(url, { ...known, "x-forwarded-for": forged })}`,
    );
  }
}

/** The function's own address, and Hosting's. */
function usualUrls({ project, portOffset }: Target): string[] {
  if (project.startsWith("demo-")) {
    const { functions, hosting } = portsAt(portOffset);
    return [
      `http://127.0.0.1:${functions}/${project}/us-central1/api`,
      `http://127.0.0.1:${hosting}/api`,
    ];
  }
  const { FUNCTIONS_REGION } = { ...defaultParameters(), ...deployParameters(project) };
  return [
    `https://${FUNCTIONS_REGION ?? ""}-${project}.cloudfunctions.net/api`,
    `https://${project}.web.app/api`,
  ];
}

async function ask(url: string, headers: Readonly<Record<string, string>>): Promise<string> {
  try {
    const reply = await fetch(`${url.replace(/\/$/, "")}/health/client-address`, {
      headers,
      signal: AbortSignal.timeout(20_000),
    });
    if (!reply.ok) return `status ${reply.status}`;
    const { forwardedFor, countedAs, shared } = (await reply.json()) as Answer;
    const whose = countedAs === null ? "nobody's" : `${countedAs}${shared ? ", of many" : ""}`;
    return `arrived as ${JSON.stringify(forwardedFor)}, counted as ${whose}`;
  } catch (cause) {
    if (cause instanceof TypeError && !URL.canParse(url)) {
      throw new Refusal(`"${url}" is no URL.`, { cause });
    }
    return "nothing answers there";
  }
}

interface Answer {
  forwardedFor: string | null;
  countedAs: string | null;
  shared: boolean;
}
