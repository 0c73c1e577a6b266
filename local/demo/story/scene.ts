import { seeds } from "../../stack/seeds";
import type { Stack } from "../../stack/stack";
import { type Client, connect } from "../client";
import { actionPage } from "../page";
import { Teller } from "../teller";

/** What signing in replies. */
export interface Session {
  id: string;
  accessToken: string;
  refreshToken: string;
}

/** What all chapters of the story share. */
export interface Scene {
  client: Client;
  teller: Teller;
  page: ReturnType<typeof actionPage>;
  /** Where the inbox is. */
  inbox: string;
  administrator: (typeof seeds)[number] | undefined;
  /** Grace's address, and her passwords. */
  email: string;
  password: string;
  newPassword: string;
}

export function begin(
  stack: Pick<Stack, "projectId" | "addresses">,
  print: (line: string) => void,
): Scene {
  return {
    client: connect(stack),
    teller: new Teller(print),
    page: actionPage(stack.addresses.hosting),
    inbox: stack.addresses.inbox,
    administrator: seeds.find(({ role }) => role === "Admin"),
    email: `grace.${Date.now().toString(36)}@example.com`,
    password: "a first password",
    newPassword: "a second password",
  };
}
