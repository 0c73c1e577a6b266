import { z } from "zod";
import { originList } from "../origins";
import type { Parameter } from "../parameter";
import { collectionNames, databaseName, emailAddress, orEmpty, url } from "../rules";

/** Where the project is deployed, and by whom it is reached. */
export const projectParameters = {
  WEB_API_KEY: {
    type: "string",
    description:
      "The project's Web API key (Project settings › General), without a referrer restriction.",
    rule: z.string(),
  },
  MAIL_FROM: {
    type: "string",
    description: "The address that mails come from.",
    example: "no-reply@example.com",
    rule: emailAddress,
  },
  ACTION_URL: {
    type: "string",
    description:
      "The page that mailed links lead to: this project's own, on your domain. It gets mode, oobCode and lang.",
    example: "https://example.com/auth/action",
    // Without encryption a link would show its code to everybody on the way.
    rule: url(/^https$/, "must be the https:// URL of a page"),
    localRule: url(/^https?$/, "must be the URL of a page"),
  },
  ALLOWED_ORIGINS: {
    type: "string",
    description:
      "The origins of the pages that may use the HTTPS API, separated by commas, each in full; the API's own site is no exception. Hybrid apps are capacitor://localhost, ionic://localhost, tauri://localhost and http://tauri.localhost.",
    example: "https://example.com",
    rule: originList(["https:"]),
    localRule: originList(["https:", "http:"]),
  },
  FUNCTIONS_REGION: {
    type: "string",
    default: "us-central1",
    description:
      "The region of every function and of the task queue, such as europe-west1. Move an existing deployment with care: see docs/operations.md.",
    rule: z.string().regex(/^[a-z]+-[a-z]+\d+$/, "must be a region such as europe-west1"),
  },
  FIRESTORE_DATABASE: {
    type: "string",
    default: "(default)",
    description: "The Firestore database that holds this project's collections.",
    rule: databaseName,
  },
  COLLECTIONS: {
    type: "string",
    default: "",
    description:
      "Other names for this project's collections, where some are taken, such as users=members,limits=authLimits. Empty: its own names. Settle it before the first deploy, and run `npx firebase-auth-backend init` afterwards: rules and indexes follow.",
    rule: collectionNames,
  },
  FUNCTIONS_SERVICE_ACCOUNT: {
    type: "string",
    default: "",
    description:
      "The service account that every function runs as. Empty: the project's default one (Compute Engine).",
    rule: orEmpty(
      z.email().regex(/\.gserviceaccount\.com$/),
      "must be a service account's email address or empty",
    ),
  },
} as const satisfies Record<string, Parameter>;
