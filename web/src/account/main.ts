import { looksSignedIn, onNews } from "../api/other-tabs";
import { Problem } from "../api/problem";
import { end, onLoss, restore, signInWithGoogle } from "../api/session";
import type { User } from "../api/user";
import { watchSession } from "../api/watch/watch";
import { explain } from "../i18n/explain";
import { words } from "../i18n/words";
import { forgetLanguage, startLanguage } from "../language";
import { returnTo } from "../return-to";
import { button, paragraph, type Child } from "../ui/element";
import { drawFooter } from "../ui/footer";
import { show, type View } from "../ui/page";
import { forgetTyped } from "../ui/typed";
import { googleAnswer } from "./google";
import type { Guest } from "./guest";
import { noteWay } from "./last-used";
import { guestView, isGuestView, userView } from "./views";

type Notice = Guest["notice"];

const answerOfGoogle = googleAnswer();
if (answerOfGoogle?.returnTo !== undefined) returnTo(answerOfGoogle.returnTo);

/** Who is signed in, as far as this tab knows. */
let user: User | undefined;
let notice: Notice = () => [];
let stopWatching: () => void = () => undefined;
/** How often a view was asked for: the last one counts, whichever is loaded first. */
let draws = 0;

await startLanguage();
drawFooter();
addEventListener("hashchange", () => {
  notice = () => [];
  void draw();
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") void lookAgain();
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) void lookAgain();
});
onLoss((problem) => {
  if (user) ended(problem);
});
onNews((news) => {
  // The sign of a session may reach this tab later than the news of it.
  if (news === "begun") void lookAgain({ isTold: true });
  else if (user) ended();
});
await open();
if (import.meta.env.VITE_INBOX !== undefined) {
  const { localHints } = await import("../local/hints");
  document.body.append(localHints(String(import.meta.env.VITE_INBOX)));
}

/**
 * Takes up the session that there is, or the one that Google's answer begins. Who seems to have neither is shown at once
 * where to sign in: the API may take a while to wake up.
 */
async function open(): Promise<void> {
  const idToken = answerOfGoogle?.idToken;
  const isLikely = idToken !== undefined || looksSignedIn();
  if (!isLikely) showGuest();
  try {
    if (idToken !== undefined) {
      const known = await signInWithGoogle(idToken);
      noteWay("google");
      enter(known);
      return;
    }
    const found = await restore();
    if (found) showUser(found);
    else if (isLikely) showGuest();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (!isLikely) return;
    if (error.is("unavailable", "internal")) {
      show(outage(error, () => void open()));
    } else showGuest(() => explain(error));
  }
}

/** Shows what the address asks for. The views lead to each other by it. */
async function draw(): Promise<void> {
  const mine = ++draws;
  const view = await (
    user
      ? userView(location.hash, user, leave)
      : guestView(location.hash, { notice, entered: enter })
  ).catch(() => outage(new Problem("unavailable"), () => location.reload()));
  if (mine === draws) show(view);
}

function showGuest(why: Notice = () => []): void {
  stopWatching();
  user = undefined;
  notice = why;
  void draw();
}

function showUser(known: User): void {
  user = known;
  stopWatching();
  // Another tab may have begun another session in its place.
  stopWatching = watchSession({ userId: known.id }, { ended: () => void lookAgain() });
  void draw();
}

/** Somebody has just signed in: back to the application that sent them, if one did. */
function enter(known: User): void {
  forgetTyped();
  forgetLanguage();
  const target = returnTo();
  if (target !== undefined) {
    location.replace(target);
    return;
  }
  // A part of the account is what the person came for.
  if (isGuestView(location.hash)) clearView();
  showUser(known);
}

/** Somebody has just signed out. */
function leave(why: () => string): void {
  clearView();
  showGuest((): Child[] => [why()]);
}

function clearView(): void {
  history.replaceState(null, "", location.pathname + location.search);
}

/** The session has ended elsewhere. */
function ended(problem = new Problem("session-revoked")): void {
  end();
  clearView();
  showGuest(() => explain(problem));
}

/** Who comes back to this tab may have verified the address, signed in or signed out in another. */
async function lookAgain({ isTold = false } = {}): Promise<void> {
  if (!user && !isTold && !looksSignedIn()) return;
  try {
    const found = await restore();
    if (!found) {
      if (user) ended();
    } else if (!user) enter(found);
    else if (JSON.stringify(found) !== JSON.stringify(user)) showUser(found);
  } catch (error) {
    // An outage changes nothing, and a session that is lost has been told of already.
    if (!(error instanceof Problem)) throw error;
  }
}

/** Says that nothing can be done for the moment, and offers to try again. */
function outage(problem: Problem, again: () => void): () => View {
  return () => ({
    title: words.signIn.title,
    content: [paragraph(...explain(problem)), button(words.tryAgain, again, "primary")],
  });
}
