/**
 * What imports what, beyond the layers of functions/src that eslint holds: no cycles anywhere, and an
 * order inside the folders that have one. Types count, too: a cycle of types is as hard to read.
 *
 * @type {import("dependency-cruiser").IConfiguration}
 */

const { readdirSync } = require("node:fs");
const { join } = require("node:path");

/** Rooms of a folder from the outside in. Each may import only from those named after it. */
const rooms = {
  access: [
    ["access", "document-roles"],
    ["combined-guards", "bearer", "app-check"],
    ["guards", "claimed-roles"],
    ["caller"],
    ["live", "tokens"],
    ["token-verifier"],
  ],
  endpoints: [
    [
      "triggers",
      "check-deployment",
      "deployment",
      "compare-accounts",
      "blocking",
      "guard-request",
      "callables",
      "http",
    ],
    ["authorize-request"],
    ["wire", "security-log"],
    ["request-id", "media-type"],
  ],
  "endpoints/http": [
    ["api", "client"],
    ["app"],
    ["route-list"],
    ["routes"],
    ["opened-session"],
    ["opened-session"],
    ["openapi", "operation-route", "page"],
    ["route", "middleware", "request"],
    ["context", "fetch-door"],
  ],
};

for (const [folder, floors] of Object.entries(rooms)) {
  const unlisted = readdirSync(join(__dirname, "functions/src", folder))
    .map((entry) => entry.replace(/\.ts$/, ""))
    .filter((entry) => !floors.flat().includes(entry));
  if (unlisted.length > 0) throw new Error(`${folder}: no floor is named for ${unlisted}.`);
}

const path = (folder, names) => `^functions/src/${folder}/(${names.join("|")})(\\.ts$|/)`;

const inwards = Object.entries(rooms).flatMap(([folder, floors]) =>
  floors.slice(1).map((floor, above) => ({
    name: `${folder}: ${floor.join(", ")}`,
    comment: "Imports point inwards.",
    severity: "error",
    from: { path: path(folder, floor) },
    to: { path: path(folder, floors.slice(0, above + 1).flat()) },
  })),
);

/** Rooms side by side that know nothing of each other. */
const apart = [
  ["access/live", "access/tokens"],
  ["access/tokens", "access/live"],
].map(([from, to]) => ({
  name: `${from} knows nothing of ${to}`,
  severity: "error",
  from: { path: `^functions/src/${from}/` },
  to: { path: `^functions/src/${to}/` },
}));

module.exports = {
  forbidden: [
    { name: "no cycles", severity: "error", from: {}, to: { circular: true } },
    ...inwards,
    ...apart,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "node_modules|^functions/lib" },
    tsPreCompilationDeps: true,
  },
};
