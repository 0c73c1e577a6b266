import { endOtherSessions, endSession, mySessions, type MySession } from "../../api/my-sessions";
import { Problem } from "../../api/problem";
import * as session from "../../api/session";
import { accountWords } from "../../i18n/account/words";
import { around } from "../../i18n/sentence";
import { ago, day } from "../../i18n/time";
import { element, paragraph, type Child } from "../../ui/element";
import { form } from "../../ui/form";
import { section } from "../../ui/section";
import type { Account } from "../account";
import { type Ended, sessionList, signOutForm } from "./session-list";

/** Where the person is signed in, and the way out of each of them. */
export function devicesPart(account: Account): HTMLElement {
  const { devices: words } = accountWords();
  const { list, status } = sessionList(mySessions, devices);
  return section(words.title, paragraph(words.lead), list, status, everywhere(account));
}

function devices(sessions: readonly MySession[], ended: Ended): Child[] {
  const { devices: words } = accountWords();
  const items = sessions.map((each) => device(each, ended));
  const others = form({
    label: words.endOthers,
    kind: "secondary",
    send: async () => {
      await endOtherSessions();
      ended(words.othersEnded);
    },
  });
  return [
    element("ul", { class: "list" }, ...items),
    ...(sessions.some(({ current }) => !current) ? [others] : []),
  ];
}

function device({ id, current, device, place, createdAt, lastUsedAt }: MySession, ended: Ended) {
  const { devices: words } = accountWords();
  const name = deviceName(device);
  const end = () =>
    endSession(id).catch((error: unknown) => {
      // It is over already, which is what was wanted.
      if (!(error instanceof Problem && error.is("session-not-found"))) throw error;
    });
  return element(
    "li",
    {},
    element(
      "div",
      {},
      element("bdi", { class: "what" }, name),
      ...(current ? [" ", element("span", { class: "badge good" }, words.current)] : []),
      element("small", {}, ...around(words.lastUsed, ago(lastUsedAt)), ...placed(place)),
      element("small", {}, ...around(words.began, day(createdAt))),
    ),
    ...(current ? [] : [signOutForm(name, end, ended)]),
  );
}

/** The device in words, which the API has in English, or that it is unknown. */
export const deviceName = (device: string): string =>
  device === "Unknown device" ? accountWords().devices.unknown : device;

/** The network, where it is known. */
export function placed(place: string): Child[] {
  return place === "" ? [] : [" · ", element("bdi", {}, place)];
}

function everywhere({ user, left }: Account): HTMLElement {
  return form({
    label: accountWords().devices.endAll,
    kind: "secondary",
    send: async () => {
      await session.signOutEverywhere(user);
      left(() => accountWords().signedOutEverywhere);
    },
  });
}
