import { parseOptions } from "../command";
import { tellStory } from "../../local/demo/story";
import { addressesOf, portsAt } from "../../local/ports/ports";
import { startStack } from "../../local/stack/stack";
import { aborted, stopSignal } from "../../local/stack/stop-signal";

export async function main(args: string[]): Promise<void> {
  const { project: projectId, "port-offset": offset } = parseOptions(
    args,
    {
      project: { type: "string", default: "demo-auth" },
      "port-offset": { type: "string", default: "0" },
    },
    "demo",
  );
  const portOffset = Number(offset);
  const addresses = addressesOf(portsAt(portOffset));
  const print = (line: string) => console.log(line);

  if (await answers(addresses.hub)) {
    print(`On the running stack, project ${projectId}`);
    await tellStory({ projectId, addresses }, print);
  } else {
    const stopped = stopSignal("Stopped.");
    const stack = await startStack({ projectId, portOffset, log: print, signal: stopped });
    try {
      await Promise.race([tellStory(stack, print), aborted(stopped)]);
    } finally {
      await stack.stop();
    }
  }
  print("\nEverything went as told.");
  process.exit(0);
}

async function answers(hub: string): Promise<boolean> {
  try {
    return (await fetch(`http://${hub}/`)).ok;
  } catch {
    return false;
  }
}
