const { addEventHandler } = require("jest-circus");

/** One failure is enough to notice a mutant. */
let failed = false;
addEventHandler((event) => {
  if (event.name === "test_fn_failure" || event.name === "hook_failure") failed = true;
  if (event.name === "test_start" && failed) event.test.mode = "skip";
});

/**
 * Every file of jest.mutate.config.js as a group of its own, so that its hooks stay its own.
 *
 * @type {string[]}
 */
const files = Reflect.get(globalThis, "files");
for (const file of files) {
  describe(file, () => {
    require(file);
  });
}
