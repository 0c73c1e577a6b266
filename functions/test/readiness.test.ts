import { readiness } from "../src/readiness";

const fine = () => Promise.resolve();

/** Probes of which Firestore's can be told what to do. */
function watched(firestore: () => Promise<unknown>) {
  let looks = 0;
  let now = 0;
  const probes = { firestore: () => ((looks += 1), firestore()), auth: fine, queue: fine };
  const ready = readiness(probes, { clock: () => now, timeout: 20 });
  const away = async () => Object.keys(await ready.away());
  return { away, looks: () => looks, pass: (milliseconds: number) => void (now += milliseconds) };
}

test("looks once in five seconds, whoever asks", async () => {
  const { away, looks, pass } = watched(fine);
  await Promise.all([away(), away()]);
  pass(4_999);
  expect([await away(), looks()]).toEqual([[], 1]);
  pass(1);
  expect([await away(), looks()]).toEqual([[], 2]);
});

test("names what fails, and what does not answer in time, until it does", async () => {
  let firestore: () => Promise<unknown> = () => Promise.reject(new Error("no connection"));
  const { away, pass } = watched(() => firestore());
  expect(await away()).toEqual(["firestore"]);
  firestore = () => new Promise(() => undefined);
  pass(5_000);
  expect(await away()).toEqual(["firestore"]);
  firestore = fine;
  expect(await away()).toEqual(["firestore"]);
  pass(5_000);
  expect(await away()).toEqual([]);
});
