import { setTimeout as sleep } from "node:timers/promises";
import { buildPorts } from "../../functions/src/composition";
import { readSettings } from "../../functions/src/config";
import { firebaseSignIn } from "../../functions/src/identity/firebase-sign-in";
import { generateToken } from "../../functions/src/operations/sign-in/generate-token";
import { clientWith } from "../../functions/testing/client";
import type { App } from "../../functions/testing/instances/firebase-admin";
import { password } from "../../functions/testing/parameters";
import { makePeople, networkOf } from "../limits/people";
import { type Report, round } from "../report";
import { interleave, type Subject } from "../sample";

const atATime = 50;

/** Milliseconds by which Firebase Auth answers later than its emulator, which neither hashes nor is elsewhere. */
const away = [0, 150];

/** Sign-ins of different users at a time, beside Firebase's REST call alone. */
export async function signIns(app: App, quick: boolean): Promise<Report> {
  const emails = await makePeople(app, atATime);
  const built = buildPorts(app, readSettings(process.env));
  const raw = firebaseSignIn({
    apiKey: "fake-api-key",
    emulatorHost: process.env.FIREBASE_AUTH_EMULATOR_HOST,
  });
  const from = (number: number) => clientWith(undefined, { "x-forwarded-for": networkOf(number) });
  // On a device that they know, so that nobody is told of a new one.
  const devices = await Promise.all(
    emails.map((email, number) =>
      generateToken.perform({ email, password }, from(number), built).then(deviceTokenOf),
    ),
  );
  const all = (signIn: (email: string, number: number) => Promise<unknown>) => () =>
    Promise.all(emails.map(signIn));
  const subjects = away.flatMap((milliseconds): Subject[] => {
    const call = async (email: string, secret: string) => {
      if (milliseconds > 0) await sleep(milliseconds);
      return raw.withPassword(email, secret);
    };
    const ports = { ...built, signIn: { ...built.signIn, withPassword: call } };
    const ours = (email: string, number: number) =>
      generateToken.perform({ email, password, deviceToken: devices[number] }, from(number), ports);
    return [
      { name: `REST call, ${milliseconds}`, run: all((email) => call(email, password)) },
      { name: `ours, ${milliseconds}`, run: all(ours) },
    ];
  });
  const medians = await interleave(subjects, { rounds: quick ? 8 : 40, iterations: 1 });
  return report(medians, await processorTimes(subjects));
}

/** Milliseconds of the processor that each sign-in takes in this process, whatever else the machine does. */
async function processorTimes(subjects: readonly Subject[]): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for (const { name, run } of subjects) {
    const before = process.cpuUsage();
    for (let n = 0; n < 4; n += 1) await run();
    const { user, system } = process.cpuUsage(before);
    times.set(name, (user + system) / 1000 / (4 * atATime));
  }
  return times;
}

const deviceTokenOf = ({ deviceToken }: { deviceToken: string }) => deviceToken;

function report(medians: Map<string, number>, processor: Map<string, number>): Report {
  const perSecond = (who: string, milliseconds: number) =>
    (atATime * 1e6) / (medians.get(`${who}, ${milliseconds}`) ?? NaN);
  return {
    title: `(h) Sign-ins of ${atATime} different users at a time`,
    notes: [
      "Beside Firebase's REST call, ours reads limits and documents, and writes the session and the trail. Emulators and",
      "this process share the machine's cores.",
    ],
    rows: away.map((milliseconds) => ({
      "Firebase takes more, ms": milliseconds,
      "REST call alone, a second": round(perSecond("REST call", milliseconds)),
      "ours, a second": round(perSecond("ours", milliseconds)),
      "processor here, ms each": `${round(processor.get(`REST call, ${milliseconds}`) ?? NaN)} and ${round(processor.get(`ours, ${milliseconds}`) ?? NaN)}`,
      "% of the call": round(
        (perSecond("ours", milliseconds) / perSecond("REST call", milliseconds)) * 100,
      ),
    })),
    targets: away.map((milliseconds) => {
      const share = perSecond("ours", milliseconds) / perSecond("REST call", milliseconds);
      return {
        aim: `≥ 90 % of the REST call's throughput, where that takes ${milliseconds} ms more than the emulator`,
        found: `${round(share * 100)} %`,
        met: share >= 0.9,
      };
    }),
  };
}
