import { join } from "node:path";
import { type MailLook, type MessageWriter, messageWriter } from "../../src/mail/messages/message";

export const actionUrl = "https://app.example.com/auth/action";

export const look: MailLook = {
  appName: "Test app",
  appLogoUrl: "",
  appColor: "#1d4ed8",
  supportEmail: "help@example.com",
  actionUrl,
};

/** The files that are deployed. */
export const writer = (changed: Partial<MailLook> = {}): MessageWriter =>
  messageWriter({ ...look, ...changed }, join(__dirname, "../../templates"));
