/** Whether there is a session, as the browser's tabs tell each other. */
export type SessionNews = "begun" | "ended";

const channel = new BroadcastChannel("session");

/** Remembers that this browser has a session; the cookie that is the session can't be seen by scripts. */
const sign = "session";

/** Tells the other tabs, and the pages that are opened later. */
export function tellTabs(news: SessionNews): void {
  if (news === "begun") localStorage.setItem(sign, news);
  else localStorage.removeItem(sign);
  channel.postMessage(news);
}

/** Whether it looks as if there were a session. Only the API knows. */
export function looksSignedIn(): boolean {
  return localStorage.getItem(sign) !== null;
}

/** Hears what other tabs tell. */
export function onNews(listen: (news: SessionNews) => void): void {
  channel.onmessage = ({ data }) => listen(data as SessionNews);
}
