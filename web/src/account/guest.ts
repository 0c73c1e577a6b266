import type { User } from "../api/user";

/** What the views for somebody who is not signed in are told. */
export interface Guest {
  /** Something to say first, such as why there is no session any more. Empty for nothing. */
  notice: string;
  /** Called with who has signed in. */
  entered: (user: User) => void;
}
