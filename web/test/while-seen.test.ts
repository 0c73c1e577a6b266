import { whileSeen } from "../src/api/watch/while-seen";

class Page extends EventTarget {
  hidden = false;

  turn(hidden: boolean): void {
    this.hidden = hidden;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

let page: Page;
/** Answers each piece of work that was begun, in order. */
let answers: (() => void)[];
let stop: () => void;

beforeEach(() => {
  jest.useFakeTimers();
  [page, answers] = [new Page(), []];
  stop = whileSeen(page, 700, () => new Promise((resolve) => answers.push(resolve)));
});
afterEach(() => jest.useRealTimers());

/** Lets time pass; what is begun meanwhile is answered at once. */
async function pass(milliseconds: number): Promise<void> {
  const begun = answers.length;
  await jest.advanceTimersByTimeAsync(milliseconds);
  answers.slice(begun).forEach((answer) => answer());
  await jest.advanceTimersByTimeAsync(0);
}

test("a page that is merely open asks after each pause, for as long as it is open", async () => {
  for (let asked = 1; asked <= 1_000; asked += 1) {
    await pass(699);
    expect(answers).toHaveLength(asked - 1);
    await pass(1);
    expect(answers).toHaveLength(asked);
  }
});

test("the pause begins with the answer, and nothing is asked before it", async () => {
  await jest.advanceTimersByTimeAsync(60_000);
  page.turn(true);
  page.turn(false);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(answers).toHaveLength(1);
  answers[0]!();
  await jest.advanceTimersByTimeAsync(699);
  expect(answers).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(1);
  expect(answers).toHaveLength(2);
});

test("a hidden page asks nothing, and at once when it is seen again", async () => {
  page.turn(true);
  await pass(600_000);
  expect(answers).toHaveLength(0);
  page.turn(false);
  expect(answers).toHaveLength(1);
});

test("an answer that comes to a hidden page leads to no further question", async () => {
  await jest.advanceTimersByTimeAsync(700);
  page.turn(true);
  answers[0]!();
  await pass(600_000);
  expect(answers).toHaveLength(1);
});

test("stopped, it asks nothing more: neither after a pause, nor an answer, nor when the page is seen", async () => {
  await jest.advanceTimersByTimeAsync(700);
  stop();
  answers[0]!();
  await pass(600_000);
  page.turn(true);
  page.turn(false);
  expect(answers).toHaveLength(1);
});
