import { readFileSync } from "node:fs";
import { join } from "node:path";
import { takePicture } from "../../cli/picture/pages";
import { describeInChromium } from "./support/chromium";

describeInChromium("the README's picture", () => {
  test("shows the pages as they are; npm run picture takes it again", async () => {
    const { shows } = await takePicture();
    const drawn = readFileSync(join(__dirname, "../../docs/images/pages.txt"), "utf8");
    expect(shows).toBe(drawn);
  });
});
