import { readFileSync } from "node:fs";
import { join } from "node:path";
import { appCheckVerifier } from "../../functions/src/access/tokens/app-check-verifier";
import { googleSigningKeys } from "../../functions/src/access/tokens/signing-keys";
import { projectId, signJwt, testKey } from "../../functions/testing/tokens/id-tokens";
import { keyServer } from "../../functions/testing/tokens/key-server";
import { builtPages } from "./support/built-pages";
import { describeInChromium } from "./support/chromium";
import type { Visitor } from "./support/visitor";
import { visitors } from "./support/visitors";

const appId = "1:123456789:web:abc";
const key = testKey();
const verify = appCheckVerifier({
  projectId,
  keys: googleSigningKeys({ fetch: keyServer(key).fetch }),
});

/** The policy that docs/web.md asks for where App Check is configured. */
const policy = /```text\n(default-src [^`]*recaptcha[^`]*)```/
  .exec(readFileSync(join(__dirname, "../../docs/web.md"), "utf8"))![1]!
  .replaceAll("\n", " ");

let made = 0;

/** A token as App Check signs them; all differ. */
function appCheckToken(): string {
  const now = Math.floor(Date.now() / 1000);
  made += 1;
  return signJwt(
    JSON.stringify({ alg: "RS256", typ: "JWT", kid: key.kid }),
    JSON.stringify({
      iss: "https://firebaseappcheck.googleapis.com/123456789",
      aud: ["projects/123456789", `projects/${projectId}`],
      ...{ sub: appId, iat: now, exp: now + 3600, jti: String(made) },
    }),
    key,
  );
}

/** Stands in for reCAPTCHA: takes everybody for a person. */
const recaptcha = `grecaptcha = { enterprise: {
  ready: (then) => then(),
  render: (container, { callback }) => { callback(); return 0; },
  execute: () => Promise.resolve("a person"),
} };`;

/** What Google was asked for. */
let exchanges: { limited_use?: boolean }[];

/** Gives somebody the pages, and a Google that attests them. */
async function withGoogle(pages: ReturnType<typeof builtPages>, visitor: Visitor): Promise<void> {
  exchanges = [];
  await pages.serve(visitor, { "content-security-policy": policy });
  await visitor.context.route("https://www.google.com/recaptcha/enterprise.js*", (route) =>
    route.fulfill({ contentType: "text/javascript", body: recaptcha }),
  );
  await visitor.context.route("https://content-firebaseappcheck.googleapis.com/**", (route) => {
    const request = route.request();
    const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    if (request.method() === "OPTIONS") return route.fulfill({ status: 204, headers });
    exchanges.push(request.postDataJSON() as { limited_use?: boolean });
    return route.fulfill({ headers, json: { token: appCheckToken(), ttl: "3600s" } });
  });
}

/** Signs in, and gives the token that went along with each request. */
async function signIn(visitor: Visitor): Promise<Record<string, string | null>> {
  const sent: [string, Promise<string | null>][] = [];
  visitor.page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/api/"))
      sent.push([pathname, request.headerValue("x-firebase-appcheck")]);
  });
  await visitor.open("/");
  await visitor.fill({ "Email address": "user@example.com", Password: "password123" });
  const answered = visitor.page.waitForResponse("**/api/auth/login");
  await visitor.click("Sign in");
  expect((await answered).status()).toBe(200);
  const tokens = sent.map(async ([pathname, token]) => [pathname, await token] as const);
  return Object.fromEntries(await Promise.all(tokens));
}

describeInChromium("App Check on the pages, where it is configured", (browser) => {
  const visitor = visitors(browser);
  const pages = builtPages({ APP_CHECK_SITE_KEY: "site-key", APP_CHECK_APP_ID: appId });

  test("sends a token with what is asked of the API, which our verifier takes", async () => {
    const ada = await visitor();
    await withGoogle(pages, ada);
    const sent = await signIn(ada);
    await expect(verify(sent["/api/auth/login"]!)).resolves.toBeUndefined();
    // One attestation serves all of them.
    expect(sent["/api/auth/refresh"]).toBe(sent["/api/auth/login"]);
    expect(exchanges).toHaveLength(1);
    expect(ada.complaints).toEqual([]);
  });

  test("lets people go on where Google is blocked: the API decides", async () => {
    const ada = await visitor();
    await withGoogle(pages, ada);
    await ada.context.route("https://www.google.com/**", (route) => route.abort());
    const sent = await signIn(ada);
    expect(sent["/api/auth/login"]).toBeNull();
  });
});

describeInChromium("App Check on the pages, for a token that is good only once,", (browser) => {
  const visitor = visitors(browser);
  const pages = builtPages({
    APP_CHECK_SITE_KEY: "site-key",
    APP_CHECK_APP_ID: appId,
    APP_CHECK_CONSUME: "generateToken",
  });

  test("asks for one of its own", async () => {
    const ada = await visitor();
    await withGoogle(pages, ada);
    const sent = await signIn(ada);
    expect(sent["/api/auth/login"]).not.toBe(sent["/api/auth/refresh"]);
    expect(exchanges).toMatchObject([{}, { limited_use: true }]);
    await expect(verify(sent["/api/auth/login"]!)).resolves.toBeUndefined();
  });
});

describeInChromium("App Check on the pages, where it is not configured,", (browser) => {
  const visitor = visitors(browser);

  test("sends nothing and loads nothing of it", async () => {
    const ada = await visitor();
    const scripts: string[] = [];
    ada.page.on("request", (request) => scripts.push(request.url()));
    const sent = await signIn(ada);
    expect(sent["/api/auth/login"]).toBeNull();
    expect(scripts.filter((url) => /recaptcha|appcheck|\/sdk-/.test(url))).toEqual([]);
  });
});
