import type { Route } from "playwright-core";

/** Answers a request with a refusal, in the API's place. */
export const refusing =
  (status: number, code: string) =>
  (route: Route): Promise<void> =>
    route.fulfill({ status, json: { error: { details: { code } } } });
