/** Where the browser keeps that its sessions end with it. */
const key = "session-only";

/** Whether a sign-in in this browser is to outlive it: what was last chosen, unless a choice is made now. */
export function staysSignedIn(choice?: boolean): boolean {
  if (choice === true) localStorage.removeItem(key);
  if (choice === false) localStorage.setItem(key, "");
  return localStorage.getItem(key) === null;
}
