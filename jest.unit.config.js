const all = require("./jest.config");

/** What needs no server: an answer within seconds, while one works. The whole suite is the judge. */
const folders = {
  functions: [
    "access/*.test.ts",
    "access/authorize",
    "access/live",
    "access/tokens",
    "accounts/comparison/{glance,glances,within-a-minute}.test.ts",
    "accounts/in-memory",
    "accounts/names.test.ts",
    "accounts/protocol/{calls,few-orders,last-admin}.test.ts",
    "accounts/sessions/{ended-seconds,joined}.test.ts",
    "client/{endings,renewals,store}.test.ts",
    "config",
    "contract/memory.test.ts",
    "endpoints/http/openapi",
    "limits/*.test.ts",
    "limits/limiter",
    "limits/limits",
    "mail/messages",
    "mail/outbox/jitter.test.ts",
    "network",
    "operation",
    "operations/fresh.test.ts",
    "operations/me/get-me.test.ts",
    "operations/outages.test.ts",
    "operations/sign-in/before-registration.test.ts",
    "operations/system/checks.test.ts",
    "operations/users/demoted-meanwhile.test.ts",
    "operations/users/update-user.test.ts",
    "passwords/password-rules.test.ts",
    "sessions",
  ],
  cli: ["check-deploy", "release"],
  web: ["**/*.test.ts"],
};

/** @type {import("jest").Config} */
module.exports = {
  ...all,
  projects: all.projects
    .filter(({ displayName }) => displayName in folders)
    .map((project) => ({
      ...project,
      setupFiles: [...(project.setupFiles ?? []), require.resolve("./cli/jest/no-servers")],
      testMatch: folders[project.displayName].map((folder) =>
        project.testMatch[0].replace(
          "**/*.test.ts",
          folder.endsWith(".test.ts") ? folder : `${folder}/**/*.test.ts`,
        ),
      ),
    })),
};
