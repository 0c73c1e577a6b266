import { createRequire } from "node:module";
import { join } from "node:path";
import { constructSettings, Status } from "../../build/sdks/instead/retry-settings";

const functions = createRequire(join(__dirname, "../../../functions/package.json"));
const service = "google.firestore.v1.Firestore";

interface Gax {
  constructSettings(...passed: unknown[]): Record<string, { retry: Record<string, unknown> }>;
}

test("each of Firestore's calls is repeated as google-gax says", () => {
  const configuration = functions(
    "@google-cloud/firestore/build/src/v1/firestore_client_config.json",
  ) as Parameters<typeof constructSettings>[1];
  const gax = functions("google-gax/build/src/fallback") as Gax;
  const theirs = gax.constructSettings(service, configuration, {}, Status);
  const ours = constructSettings(service, configuration);
  expect(Object.keys(ours)).toEqual(Object.keys(theirs));
  for (const [method, { retry }] of Object.entries(ours)) {
    expect(theirs[method]?.retry).toMatchObject(retry);
  }
});
