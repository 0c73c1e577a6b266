import { z } from "zod";
import { jsonReply, refusals } from "../openapi/describe";
import type { OpenApiDocument } from "../openapi/document";
import { endpoint } from "../route";

const tags = ["about"];

let document: OpenApiDocument | undefined;

export const openapi = endpoint(
  {
    method: "get",
    path: "/openapi.json",
    operationId: "openapi",
    tags,
    summary: "This document",
    responses: {
      200: jsonReply("OpenAPI 3.1.", z.looseObject({ openapi: z.string() }), { openapi: "3.1.0" }),
      ...refusals(),
    },
  },
  async (c) => {
    const { openApiDocument } = await import("../openapi/document");
    c.header("Cache-Control", "public, max-age=300");
    return c.json((document ??= openApiDocument(c.get("routes"))));
  },
);

export const docs = endpoint(
  {
    method: "get",
    path: "/docs",
    operationId: "docs",
    tags,
    summary: "A page to read this document, and to try it",
    responses: {
      200: { description: "The page.", content: { "text/html": { schema: z.string() } } },
      ...refusals(),
    },
  },
  async (c) => {
    const { builtPage, policyFor } = await import("../openapi/docs-page");
    const { docsPage = builtPage } = c.get("options");
    const page = await docsPage();
    c.header("Cache-Control", "public, max-age=300");
    c.header("Content-Security-Policy", policyFor(page));
    return c.html(page);
  },
);
