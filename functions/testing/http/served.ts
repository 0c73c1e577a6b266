import { apiApp } from "../../src/endpoints/http/app";
import { fetchDoor } from "../../src/endpoints/http/fetch-door";
import { type Backend, startBackend } from "../backend";
import { mount } from "../mount";

export interface Asked {
  body?: unknown;
  token?: string | undefined;
  cookie?: string | undefined;
  headers?: Record<string, string>;
}

export interface Answered {
  status: number;
  headers: Headers;
  /** Parsed if it is JSON. */
  body: unknown;
  /** The code of a refusal. */
  code: string | undefined;
  /** The cookie that was set, as a browser would send it; `undefined` when none was. */
  cookie: string | undefined;
}

/** The HTTPS API behind a body parser like the platform's, on real ports. */
export interface Served extends Backend {
  url: string;
  /** Sends a request; a body that is no string goes as JSON. */
  ask(method: string, path: string, asked?: Asked): Promise<Answered>;
}

export async function serveApi({ deployed = true } = {}): Promise<Served> {
  const backend = await startBackend();
  const served = await mount({
    api: fetchDoor(() =>
      Promise.resolve(
        apiApp({
          ports: () => backend.ports,
          deployed,
          // The real one is built for the browser; cli/test/build and e2e/browser see to it.
          docsPage: () => Promise.resolve("<!doctype html><script>1</script><style>a{}</style>"),
        }),
      ),
    ),
  });
  const url = `${served.url}/api`;
  return {
    ...backend,
    url,
    ask: (method, path, asked) => ask(url, method, path, asked),
    async stop() {
      await served.stop();
      await backend.stop();
    },
  };
}

export async function ask(
  url: string,
  method: string,
  path: string,
  { body, token, cookie, headers }: Asked = {},
): Promise<Answered> {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(cookie !== undefined && { cookie }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = response.headers.get("content-type")?.startsWith("application/json");
  const parsed =
    json && text !== "" ? (JSON.parse(text) as { error?: { details: { code: string } } }) : text;
  return {
    status: response.status,
    headers: response.headers,
    body: parsed,
    code: typeof parsed === "object" ? parsed.error?.details.code : undefined,
    cookie: response.headers.getSetCookie()[0]?.split(";")[0],
  };
}
