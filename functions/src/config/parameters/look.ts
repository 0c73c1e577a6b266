import { z } from "zod";
import type { Parameter } from "../parameter";
import { color, fontFamilies, orEmpty, shortText, url, wholeNumber } from "../rules";

/** What users see of the application, on pages and in mails. */
export const lookParameters = {
  APP_NAME: {
    type: "string",
    default: "Our app",
    description: "The application's name as users know it, on pages and in mails.",
    rule: shortText,
  },
  APP_LOGO_URL: {
    type: "string",
    default: "",
    description:
      "An https:// image that mails and pages show at the top, 48 pixels high. Empty: the name.",
    rule: orEmpty(z.url({ protocol: /^https$/ }), "must be an https:// URL or empty"),
  },
  APP_COLOR: {
    type: "string",
    default: "1d4ed8",
    description:
      "The colour of buttons in mails and pages, as rrggbb. (A # begins a comment in .env files.)",
    rule: color,
  },
  APP_CORNER_RADIUS: {
    type: "int",
    default: 10,
    description: "How round the corners of the pages are, in pixels, 0 to 24.",
    rule: wholeNumber(0, 24),
  },
  APP_FONT: {
    type: "string",
    default: "system-ui, sans-serif",
    description: "The pages' font families, in order, of those that devices have.",
    rule: fontFamilies,
  },
  TERMS_URL: {
    type: "string",
    default: "",
    description: "The terms of use that the pages link to. Empty: no link.",
    rule: orEmpty(url(/^https?$/, ""), "must be the URL of a page or empty"),
  },
  PRIVACY_URL: {
    type: "string",
    default: "",
    description: "The privacy policy that the pages link to. Empty: no link.",
    rule: orEmpty(url(/^https?$/, ""), "must be the URL of a page or empty"),
  },
  SUPPORT_EMAIL: {
    type: "string",
    default: "",
    description:
      "Where users write to: mails and pages name it, and replies go there. Empty: nowhere.",
    rule: orEmpty(z.email(), "must be one e-mail address or empty"),
  },
} as const satisfies Record<string, Parameter>;
