import { join } from "node:path";
import { Reloads } from "../../sources/reloads";

const at = (file: string) => join(process.cwd(), file);

describe("what a developer reads after a change", () => {
  let lines: string[];
  let reloads: Reloads;
  beforeEach(() => {
    lines = [];
    reloads = new Reloads((line) => lines.push(line), ["api", "whoAmI"]);
  });

  test("is nothing before there is one", () => {
    reloads.built([], false);
    reloads.loaded(["api", "whoAmI"]);
    expect(lines).toEqual([]);
  });

  test("is what was loaded, with the functions that came and went", () => {
    reloads.built([at("functions/src/index.ts"), at("functions/src/app/list-invoices.ts")], true);
    reloads.loaded(["api", "listInvoices"]);
    expect(lines).toEqual([
      "Reloaded: functions/src/index.ts, functions/src/app/list-invoices.ts (new: listInvoices; gone: whoAmI)",
    ]);
  });

  test("is that an error is gone, when it is fixed and when it is undone", () => {
    reloads.failed(["a.ts:1: Unexpected"]);
    reloads.built([at("a.ts")], false);
    reloads.failed(["a.ts:2: Unexpected"]);
    reloads.built([at("a.ts")], true);
    reloads.loaded(["api", "whoAmI"]);
    expect(lines).toEqual([
      "Not built: a.ts:1: Unexpected",
      "Fixed: the functions that run are up to date.",
      "Not built: a.ts:2: Unexpected",
      "Fixed. Reloaded: a.ts",
    ]);
  });

  test("is that functions load again which did not", () => {
    reloads.built([at("a.ts")], true);
    reloads.notLoaded();
    reloads.built([at("a.ts")], true);
    reloads.loaded(["api", "whoAmI"]);
    expect(lines).toEqual(["Fixed. Reloaded: a.ts"]);
  });
});
