import { signedIn } from "../../functions/testing/instances/accounts";
import { authService } from "../../functions/src/auth-service";
import { buildPorts } from "../../functions/src/composition";
import { readSettings } from "../../functions/src/config";
import { parameters } from "../../functions/testing/parameters";
import { type App, getAuth } from "../../functions/testing/instances/firebase-admin";

/** Sets the parameters for this process and those that it starts: as deployed, but for the limits that are named. */
export function setParameters(limits: Readonly<Record<string, number>> = {}): void {
  Object.assign(process.env, parameters, limits);
}

/** Makes accounts with a password; gives their addresses. */
export async function makePeople(app: App, count: number): Promise<string[]> {
  const ports = buildPorts(app, readSettings(process.env));
  const world = { auth: getAuth(app), ports, service: authService(() => ports) };
  const emails: string[] = [];
  while (emails.length < count) emails.push((await signedIn(world)).email);
  return emails;
}

/** An address of a network by its number: all differ, up to 65,536 of them. */
export const networkOf = (number: number): string =>
  `203.${Math.floor(number / 256) % 256}.${number % 256}.7`;
