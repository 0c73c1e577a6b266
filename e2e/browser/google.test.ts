import { stack } from "../stack";
import { newEmail } from "./support/accounts";
import { builtPages } from "./support/built-pages";
import { describeInChromium } from "./support/chromium";
import type { Visitor } from "./support/visitor";
import { visitors } from "./support/visitors";

describeInChromium("signing in with Google, where it is configured", (browser) => {
  const { hosting } = stack().addresses;
  const visitor = visitors(browser);
  const pages = builtPages({}, { VITE_GOOGLE_CLIENT_ID: "the-client" });

  /** Somebody who gets the pages built for this, the stack's API, and a Google that answers as told. */
  async function visitorOf(answer: (question: URLSearchParams) => object): Promise<Visitor> {
    const ada = await visitor();
    await pages.serve(ada);
    await ada.context.route("https://accounts.google.com/**", (route) => {
      const question = new URL(route.request().url()).searchParams;
      const fragment = new URLSearchParams({ ...answer(question) });
      const back = JSON.stringify(`${question.get("redirect_uri")}#${fragment}`);
      const body = `<script>location.replace(${back})</script>`;
      return route.fulfill({ contentType: "text/html", body });
    });
    await ada.open("/");
    return ada;
  }

  function idToken(nonce: string | null): string {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
    const email = newEmail();
    const claims = { sub: email, email, email_verified: true, name: "Ada Lovelace", nonce };
    return `${encode({ alg: "none", typ: "JWT" })}.${encode(claims)}.`;
  }

  /** What the page asks the API first, once it is loaded again: to sign in, or only whether there is a session. */
  async function afterwards({ page }: Visitor, act: Promise<void>): Promise<string> {
    const [request] = await Promise.all([page.waitForRequest("**/api/auth/*"), act]);
    return new URL(request.url()).pathname;
  }

  test("asks Google and takes its answer", async () => {
    const ada = await visitorOf((question) => {
      expect(Object.fromEntries(question)).toMatchObject({
        client_id: "the-client",
        redirect_uri: `http://${hosting}/`,
        response_type: "id_token",
        scope: "openid email profile",
      });
      return { id_token: idToken(question.get("nonce")), state: question.get("state") };
    });
    await ada.click("Continue with Google");
    await ada.sees("Your account");
    await ada.reads("Ada Lovelace");
    expect(await ada.page.evaluate("location.href")).toBe(`http://${hosting}/`);
  });

  test.each([
    ["is to another question", () => ({ id_token: idToken("another"), state: "another" })],
    [
      "has somebody else's token",
      (question: URLSearchParams) => ({
        id_token: idToken("another"),
        state: question.get("state"),
      }),
    ],
    ["is a refusal", () => ({ error: "access_denied" })],
  ])("takes no answer that %s", async (_, answer) => {
    const ada = await visitorOf(answer);
    expect(await afterwards(ada, ada.click("Continue with Google"))).toBe("/api/auth/refresh");
  });

  test("takes no answer that nobody has asked for", async () => {
    const ada = await visitorOf(() => ({}));
    const answer = `/?#id_token=${idToken("any")}&state=any`;
    expect(await afterwards(ada, ada.open(answer))).toBe("/api/auth/refresh");
  });
});
