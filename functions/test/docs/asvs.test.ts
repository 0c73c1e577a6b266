import { read } from "../../testing/docs";

/** The requirements of V6 and V7 of ASVS 5.0 at levels 1 and 2. */
const levels: Record<string, readonly (1 | 2)[]> = {
  "6.1": [1, 2, 2],
  "6.2": [1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2],
  "6.3": [1, 1, 2, 2],
  "6.4": [1, 1, 2, 2],
  "6.5": [2, 2, 2, 2, 2],
  "6.6": [2, 2, 2],
  "6.8": [2, 2, 2, 2],
  "7.1": [2, 2, 2],
  "7.2": [1, 1, 1, 1],
  "7.3": [2, 2],
  "7.4": [1, 1, 2, 2, 2],
  "7.5": [2, 2],
  "7.6": [2, 2],
};

const rows = [
  ...read("docs/asvs.md").matchAll(/^\| (\d\.\d\.\d+) .*\| +(\d) +\| +(.+?) +\| +(.*) +\|$/gm),
];
const is = (state: string) => rows.filter(([, , , found]) => found === state);

test("the page has every requirement of V6 and V7, with its level", () => {
  const all = Object.entries(levels).flatMap(([section, each]) =>
    each.map((level, position) => `${section}.${position + 1} level ${level}`),
  );
  expect(rows.map(([, id, level]) => `${id} level ${level}`)).toEqual(all);
});

test("what is met names a test, and all else the reason", () => {
  const withoutTest = is("met").filter(([, , , , shown]) => !shown!.includes(".test.ts)"));
  expect(withoutTest.map(([, id]) => id)).toEqual([]);
  const others = [...is("n.a."), ...is("not met")];
  expect(others.length + is("met").length).toBe(rows.length);
  expect(others.filter(([, , , , why]) => why === "")).toEqual([]);
});

test("of level 1 all is met, and of level 2 all but five at most", () => {
  const unmet = is("not met");
  expect(unmet.filter(([, , level]) => level === "1")).toEqual([]);
  expect(unmet.length).toBeLessThanOrEqual(5);
});
