import { trailCsv } from "../src/admin/trail/csv";

const entry = {
  ...{ id: "1", at: "2026-01-02T12:00:00.000Z", action: "generateToken" },
  ...{ outcome: "ok" as const, userId: "ada", by: null, device: "Chrome on macOS", place: "" },
};

test("the trail is written as CSV, a line for each entry", () => {
  expect(trailCsv([entry])).toBe(
    "at,action,outcome,code,userId,by,device,place,count,reason\r\n" +
      "2026-01-02T12:00:00.000Z,generateToken,ok,,ada,,Chrome on macOS,,,\r\n",
  );
});

test("an act has the reason that an administrator gave", () => {
  const reason = "Sends spam, and =1+1";
  expect(trailCsv([{ ...entry, reason }])).toContain(`,Chrome on macOS,,,"${reason}"\r\n`);
  expect(trailCsv([{ ...entry, reason: "=1+1" }])).toContain(",'=1+1\r\n");
});

test.each([
  ['=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"`],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  [" =1", "' =1"],
  ["a,b", '"a,b"'],
  ["a\nb", '"a\nb"'],
])("%j can't become a formula or a cell more", (userId, written) => {
  expect(trailCsv([{ ...entry, userId }])).toContain(`ok,,${written},,Chrome`);
});
