import { docsPage } from "../../build/docs-page";

test("the API's own page is one file that needs nothing from elsewhere", async () => {
  const page = await docsPage();
  expect(page).toMatch(/<style>[^<]+<\/style>/);
  expect(page).toMatch(/<script type="module">[^]{1000,}<\/script>/);
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toMatch(/\ssrc=|<link|style="|\son\w+=|https?:\/\/(?!www\.w3\.org)/);
});
