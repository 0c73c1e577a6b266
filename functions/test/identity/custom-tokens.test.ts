import type { App } from "firebase-admin/app";
import { firebaseCustomTokens } from "../../src/identity/firebase-custom-tokens";
import { failures, startRestServer } from "../../testing/identity/rest-server";

const binding = { began: 1_700_000_000, until: 1_700_003_600 };
const account = "functions@demo-auth.iam.gserviceaccount.com";
const now = () => 1_700_000_060_500;

/** A server in the place of Google's signing service and of its metadata server. */
let google: Awaited<ReturnType<typeof startRestServer>>;

beforeAll(async () => {
  google = await startRestServer();
});
afterAll(() => google.stop());
beforeEach(() => {
  google.requests.length = 0;
  google.behave = (response) => {
    const isEmail = google.requests.at(-1)?.url.endsWith("/email");
    response.end(isEmail ? account : '{"keyId":"1","signedJwt":"a.b.c"}');
  };
});

function tokens(serviceAccountId?: string) {
  const credential = {
    getAccessToken: () => Promise.resolve({ access_token: "google", expires_in: 3600 }),
  };
  const app = { options: { credential, serviceAccountId } } as App;
  const host = `http://${google.host}`;
  return firebaseCustomTokens({ app, signer: host, metadata: host, now });
}

test("has Google sign, as the functions' own account, what is good for a minute and holds no role", async () => {
  expect(await tokens().make("ada", binding)).toBe("a.b.c");
  const [email, signing] = google.requests;
  expect(email?.url).toBe("/computeMetadata/v1/instance/service-accounts/default/email");
  expect(signing?.url).toBe(`/v1/projects/-/serviceAccounts/${account}:signJwt`);
  const { payload } = JSON.parse(signing!.body) as { payload: string };
  expect(JSON.parse(payload)).toEqual({
    iss: account,
    sub: account,
    aud: "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit",
    iat: 1_700_000_060,
    exp: 1_700_000_120,
    uid: "ada",
    claims: { backendSession: binding },
  });
});

test("asks once who it is, and not at all where the app says so", async () => {
  const asking = tokens();
  await asking.make("ada", binding);
  await asking.make("ada", binding);
  expect(google.requests.filter(({ url }) => url.endsWith("/email"))).toHaveLength(1);
  google.requests.length = 0;
  await tokens(account).make("ada", binding);
  expect(google.requests).toHaveLength(1);
});

test.each([403, 404])("a project that may not sign (%d) is set up wrong", async (status) => {
  google.behave = (response) => response.writeHead(status).end('{"error":{"message":"no"}}');
  await expect(tokens(account).make("ada", binding)).rejects.toMatchObject({ code: "internal" });
});

test.each([
  "answers 500",
  "answers 503 without a body",
  "answers with a page",
  "drops the line",
  "answers half a reply",
] as const)("where Google %s, nothing is known, and the next call may do", async (failure) => {
  const signing = tokens();
  const works = google.behave;
  google.behave = failures[failure];
  await expect(signing.make("ada", binding)).rejects.toMatchObject({ code: "unavailable" });
  google.behave = works;
  expect(await signing.make("ada", binding)).toBe("a.b.c");
});
