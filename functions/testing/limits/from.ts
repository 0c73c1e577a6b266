import { type Answered, type Asked, type Served } from "../http/served";

/** Asks as a client of a network does. */
export const from =
  (served: Served, network: string) =>
  (method: string, path: string, asked: Asked = {}): Promise<Answered> =>
    served.ask(method, path, {
      ...asked,
      headers: { "x-forwarded-for": network, ...asked.headers },
    });

/** How often something was answered with each code, or status. */
export function tally(answers: readonly Answered[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code, status } of answers)
    counts[code ?? status] = (counts[code ?? status] ?? 0) + 1;
  return counts;
}

/** Does something a number of times, one after another. */
export async function times<Result>(
  count: number,
  make: (index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let index = 0; index < count; index += 1) results.push(await make(index));
  return results;
}
