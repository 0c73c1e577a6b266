import { readFileSync } from "node:fs";
import { join } from "node:path";
import { takePicture } from "../../cli/picture/pages";
import { pictureNames } from "../../cli/picture/views";
import { describeInChromium } from "./support/chromium";

describeInChromium("the pictures of README and docs", () => {
  test.each(pictureNames)(
    "%s shows them as they are; npm run picture takes it again",
    async (name) => {
      const { shows } = await takePicture(name);
      const drawn = readFileSync(join(__dirname, `../../docs/images/${name}.txt`), "utf8");
      expect(shows).toBe(drawn);
    },
  );
});
