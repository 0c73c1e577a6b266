import { request as httpRequest } from "node:http";

/** Sends a path as it is, which `fetch` would not. */
export function raw(
  url: string,
  method: string,
  path: string,
): Promise<{ status: number; code: unknown }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, path: `/api${path}` }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const body = JSON.parse(Buffer.concat(chunks).toString()) as {
          error: { details: { code: string } };
        };
        resolve({ status: response.statusCode ?? 0, code: body.error.details.code });
      });
    });
    request.on("error", reject).end();
  });
}
