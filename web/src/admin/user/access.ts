import { adminWords } from "../../i18n/admin/words";
import { peopleWords } from "../../i18n/people/words";
import { around, sentence } from "../../i18n/sentence";
import { ago } from "../../i18n/time";
import type { Problem } from "../../api/problem";
import { editable } from "../../ui/editable";
import { element, link, paragraph, type Child } from "../../ui/element";
import { form } from "../../ui/form";
import { section } from "../../ui/section";
import { reasonField } from "./reason";
import type { Subject } from "./subject";

/** Whether the user can sign in, and the way to change that. */
export function accessPart(subject: Subject): HTMLElement {
  const { user: words } = adminWords();
  if (!subject.user.disabled) return disablingPart(subject);
  return section(
    words.state,
    paragraph(words.isDisabled),
    ...why(subject),
    form({
      label: words.enable,
      kind: "secondary",
      send: async () => {
        await subject.change({ disabled: false });
      },
    }),
  );
}

/** Disabling asks for a reason. */
function disablingPart(subject: Subject): HTMLElement {
  const { user: words } = adminWords();
  return editable({
    id: `disabling-${subject.user.id}`,
    heading: words.state,
    summary: () => [paragraph(words.isActive)],
    label: words.disable,
    kind: "danger",
    form: (close) => {
      const reason = reasonField(`reason-${subject.user.id}`);
      return [
        form({
          fields: [reason],
          label: words.disable,
          kind: "danger",
          cancel: () => close(),
          explains: lastAdmin,
          send: async () => {
            if (await subject.change({ disabled: true, reason: reason.value })) close();
          },
        }),
      ];
    },
  });
}

const lastAdmin = (problem: Problem): Child[] | undefined =>
  problem.is("not-allowed") ? [adminWords().user.lastAdmin] : undefined;

/** Who disabled it and why, where that was done here. */
function why({ user }: Subject): HTMLElement[] {
  const disabling = user.details?.disabling;
  if (!disabling) return [];
  const { by, why } = peopleWords().reason;
  const { at, by: uid, reason } = disabling;
  const who = uid === null ? adminWords().activity.project : wayTo(uid);
  return [
    paragraph(element("small", {}, ...around(by, who), " · ", ago(at))),
    ...(reason === null ? [] : [paragraph(...sentence(why, reason))]),
  ];
}

function wayTo(uid: string): HTMLElement {
  const way = link(`#user=${encodeURIComponent(uid)}`, "");
  way.append(element("bdi", {}, uid));
  return way;
}
