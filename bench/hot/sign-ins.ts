import { setTimeout as sleep } from "node:timers/promises";
import { buildPorts } from "../../functions/src/composition";
import { readSettings } from "../../functions/src/config";
import { firebaseSignIn } from "../../functions/src/identity/firebase-sign-in";
import { generateToken } from "../../functions/src/operations/sign-in/generate-token";
import { clientWith } from "../../functions/testing/client";
import { password } from "../../functions/testing/parameters";
import type { Emulators } from "../emulators";
import { makePeople, networkOf } from "../limits/people";
import { type Report, round } from "../report";
import { interleave, type Subject } from "../sample";
import { signInByHand } from "./by-hand";
import { type ProcessorTime, processorTimes } from "./processor-time";

const atATime = 50;

/** Milliseconds by which Firebase Auth answers later than its emulator, which neither hashes nor is elsewhere. */
const away = [0, 150];

const who = ["the REST call alone", "the same calls by hand", "ours"] as const;

/** Signs in one of them. */
type SignInOf = (email: string, number: number) => Promise<unknown>;

/** Sign-ins of different users at a time, beside Firebase's REST call alone and beside the calls that ours makes. */
export async function signIns(emulators: Emulators, quick: boolean): Promise<Report> {
  const { app } = emulators;
  const emails = await makePeople(app, atATime);
  // All sign-ins count sessions; none is over the limit, and has to end some.
  const built = buildPorts(app, { ...readSettings(process.env), sessionsPerUser: 10_000 });
  const rest = firebaseSignIn({
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
  const all = (signIn: SignInOf) => () => Promise.all(emails.map(signIn));
  const subjects = away.flatMap((milliseconds): Subject[] => {
    const withPassword = async (email: string, secret: string) => {
      if (milliseconds > 0) await sleep(milliseconds);
      return rest.withPassword(email, secret);
    };
    const ports = { ...built, signIn: { ...built.signIn, withPassword } };
    const byHand = signInByHand(app, { ...rest, withPassword });
    const signIns: Record<(typeof who)[number], SignInOf> = {
      "the REST call alone": (email) => withPassword(email, password),
      "the same calls by hand": (email) => byHand(email, password),
      ours: (email, number) =>
        generateToken.perform(
          { email, password, deviceToken: devices[number] },
          from(number),
          ports,
        ),
    };
    return who.map((name) => ({ name: nameOf(name, milliseconds), run: all(signIns[name]) }));
  });
  const medians = await interleave(subjects, { rounds: quick ? 8 : 20, iterations: 1 });
  return report(medians, await processorTimes(subjects, emulators));
}

const nameOf = (signIn: string, milliseconds: number) => `${signIn}, ${milliseconds}`;

const deviceTokenOf = ({ deviceToken }: { deviceToken: string }) => deviceToken;

function report(medians: Map<string, number>, processor: Map<string, ProcessorTime>): Report {
  const perSecond = (signIn: string, milliseconds: number) =>
    (atATime * 1e6) / (medians.get(nameOf(signIn, milliseconds)) ?? NaN);
  const [call, byHand, ours] = who;
  const share = (of: string, milliseconds: number) =>
    perSecond(ours, milliseconds) / perSecond(of, milliseconds);
  return {
    title: `(h) Sign-ins of ${atATime} different users at a time`,
    notes: [
      "Beside Firebase's REST call, ours looks the account up, reads limits and documents, counts sessions, and writes the",
      "session and the trail: by hand are the same calls and nothing else. Emulators and this process share the machine.",
    ],
    rows: away.flatMap((milliseconds) =>
      who.map((signIn) => {
        const { here = NaN, emulators = NaN } =
          processor.get(nameOf(signIn, milliseconds)) ?? ({} as Partial<ProcessorTime>);
        return {
          "Firebase takes more, ms": milliseconds,
          "sign-in": signIn,
          "a second": round(perSecond(signIn, milliseconds)),
          "% of the call": round(
            (perSecond(signIn, milliseconds) / perSecond(call, milliseconds)) * 100,
          ),
          "processor, ms each": round(here / atATime),
          "and in the emulators": round(emulators / atATime),
        };
      }),
    ),
    targets: away.flatMap((milliseconds) => [
      {
        aim: `≥ 90 % of the REST call's throughput, where that takes ${milliseconds} ms more than the emulator`,
        found: `${round(share(call, milliseconds) * 100)} % (of the same calls by hand ${round(share(byHand, milliseconds) * 100)} %)`,
        met: share(call, milliseconds) >= 0.9,
      },
    ]),
  };
}
