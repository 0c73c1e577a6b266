import { onDemotion } from "../api/admin/as-admin";
import { looksSignedIn, onNews } from "../api/other-tabs";
import { Problem } from "../api/problem";
import { end, onLoss, restore } from "../api/session";
import type { User } from "../api/user";
import { watchSession } from "../api/watch/watch";
import { accountWords } from "../i18n/account/words";
import { adminWords } from "../i18n/admin/words";
import { operatorWords } from "../i18n/operator/words";
import { explain } from "../i18n/explain";
import { peopleWords } from "../i18n/people/words";
import { words } from "../i18n/words";
import { signInPage, startLanguage } from "../language";
import { accountOf, type Account } from "../me/account";
import { button, link, paragraph } from "../ui/element";
import { drawFooter } from "../ui/footer";
import { show } from "../ui/page";
import { administration } from "./page";

let admin: Account | undefined;

await startLanguage();
await Promise.all(
  [adminWords, accountWords, operatorWords, peopleWords].map((part) => part.load()),
);
drawFooter();
addEventListener("hashchange", draw);
onLoss(askToSignIn);
onDemotion(() => deny());
onNews((news) => {
  if (news === "ended") askToSignIn();
});
await open();

async function open(): Promise<void> {
  try {
    const user = looksSignedIn() ? await restore() : undefined;
    if (!user) askToSignIn();
    else if (user.role !== "Admin") deny();
    else enter(user);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.endsSession) askToSignIn();
    else outage(error);
  }
}

function enter(user: User): void {
  admin = accountOf(user, askToSignIn);
  watchSession(
    { roles: ["Admin"] },
    {
      ended() {
        end();
        askToSignIn();
      },
      denied: deny,
    },
  );
  draw();
}

function draw(): void {
  const current = admin;
  if (current) show(() => administration(location.hash, current));
}

/** One comes back here, and to the part of the page that one was at. */
function askToSignIn(): void {
  admin = undefined;
  const target = new URL(signInPage(), location.origin);
  target.searchParams.set("returnTo", location.href);
  location.replace(target);
}

/** Nothing of what was to be seen stays. */
function deny(): void {
  admin = undefined;
  show(() => {
    const { title, lead, account } = adminWords().denied;
    const way = link(signInPage(), account);
    way.className = "primary";
    return { title, lead: [lead], content: [way] };
  });
}

function outage(problem: Problem): void {
  show(() => ({
    title: adminWords().title,
    content: [paragraph(...explain(problem)), button(words.tryAgain, () => void open(), "primary")],
  }));
}
