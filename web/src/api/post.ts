import { Problem, toProblem } from "./problem";

/** Milliseconds before the API is given up; its first request after a pause takes seconds. */
const patience = 20_000;

/**
 * Posts to the HTTPS API of the page's own origin. The session's cookie goes along by itself.
 *
 * @param bearer - the access token, where a route asks for one.
 * @throws {Problem} When the API refuses or can't be reached.
 */
export async function post<Reply>(
  path: string,
  body: object = {},
  bearer?: string,
): Promise<Reply> {
  const reply = await fetch(`/api${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify(body),
    cache: "no-store",
    signal: AbortSignal.timeout(patience),
  }).catch(() => {
    throw new Problem("unavailable");
  });
  if (!reply.ok) throw await toProblem(reply);
  return (reply.status === 204 ? undefined : await reply.json()) as Reply;
}
