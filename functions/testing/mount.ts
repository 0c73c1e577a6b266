import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";

/** Functions over HTTP, each at `/<name>`, parsed as the Functions Framework does. */
export interface Mounted {
  url: string;
  stop(): Promise<void>;
}

export async function mount(functions: object): Promise<Mounted> {
  const app = express();
  app.set("trust proxy", true);
  app.use(
    express.json({
      limit: "32mb",
      verify: (request, _response, body) => Object.assign(request, { rawBody: body }),
    }),
  );
  for (const [name, serve] of Object.entries(functions))
    app.use(`/${name}`, serve as RequestListener);
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
