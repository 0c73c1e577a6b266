import { z } from "zod";
import { bearer, jsonReply, refusals } from "../openapi/describe";
import { endpoint } from "../route";
import { requireReadyToken } from "./health";

const answer = z
  .object({
    forwardedFor: z.string().nullable().meta({ description: "`X-Forwarded-For` as it arrived." }),
    countedAs: z.string().nullable().meta({ description: "null: no limit by network." }),
    shared: z.boolean().meta({ description: "Whether it counts as that of many clients." }),
  })
  .meta({ id: "ClientAddress" });

/** Says how the caller's own request arrived, which only a deployed function can know. */
export const clientAddress = endpoint(
  {
    method: "get",
    path: "/health/client-address",
    operationId: "clientAddress",
    tags: ["about"],
    summary: "Say whose network one's own request is counted as",
    description:
      "For checking `TRUSTED_PROXIES`, by `npm run admin -- client-address`. Where the parameter `READY_TOKEN` is set, it must be the bearer token.",
    security: [...bearer, {}],
    responses: {
      200: jsonReply("How it arrived.", answer, {
        forwardedFor: "203.0.113.7",
        countedAs: "203.0.113.7",
        shared: false,
      }),
      ...refusals("not-signed-in", "token-invalid"),
    },
  },
  (c) => {
    requireReadyToken(c);
    const forwardedFor = c.req.header("x-forwarded-for");
    const { key, shared = false } = c.get("options").ports().networkOf(forwardedFor);
    const reply = { forwardedFor: forwardedFor ?? null, countedAs: key ?? null, shared };
    return Promise.resolve(c.json(reply));
  },
);
