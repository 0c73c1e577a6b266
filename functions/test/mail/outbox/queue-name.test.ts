import { mailQueueName } from "../../../src/mail/outbox/queue-name";

const deployed = (id: string, target: string) => ({
  FUNCTIONS_REGION: "europe-west1",
  FUNCTION_TARGET: target,
  // Cloud Run folds the name to lower case.
  K_SERVICE: id.toLowerCase(),
  EVENTARC_CLOUD_EVENT_SOURCE: `projects/my-app/locations/europe-west1/services/${id}`,
});

describe("the mail queue's name", () => {
  test.each([
    ["alone", deployed("resetPassword", "resetPassword"), "europe-west1", "sendMail"],
    [
      "in a group",
      deployed("authBackend-api", "authBackend.api"),
      "europe-west1",
      "authBackend-sendMail",
    ],
    [
      "in a kit, which has a region of its own",
      {
        ...deployed("kit-auth-api", "api"),
        ...{ FIREBASE_KIT_INSTANCE_ID: "auth", FUNCTION_DEFAULT_REGION: "asia-east1" },
      },
      "asia-east1",
      "kit-auth-sendMail",
    ],
    [
      "in the emulator",
      { FUNCTIONS_REGION: "us-central1", FUNCTION_TARGET: "auth.api", K_SERVICE: "auth-api" },
      "us-central1",
      "auth-sendMail",
    ],
    ["where the CLI chose the region", { FUNCTION_REGION: "asia-east1" }, "asia-east1", "sendMail"],
    ["for a script", {}, "us-central1", "sendMail"],
  ])("is found %s", (_, environment, region, name) => {
    expect(mailQueueName(environment)).toBe(`locations/${region}/functions/${name}`);
  });
});
