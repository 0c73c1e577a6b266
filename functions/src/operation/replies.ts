import type { ActionMode } from "../identity/action-codes";
import type { Session } from "../identity/sign-in";
import type { User } from "../users/user-directory";
import { sealRefreshToken } from "../accounts/refresh-token";

/** The tokens of a session. */
export interface Token {
  /** Firebase's ID token. */
  accessToken: string;
  /** Opaque, at most 3,500 bytes. Any reply may bring a new one; keep the newest. */
  refreshToken: string;
  /** Seconds for which the access token is good. */
  expiresIn: number;
}

/** A user as clients see them. */
export interface UserDTO {
  /** The Firebase uid. */
  id: string;
  firstName: string;
  lastName: string;
  /** `null` for an account without one. */
  email: string | null;
  emailVerified: boolean;
  role: string;
  disabled: boolean;
}

export type AuthDTO = Token & UserDTO;

/** What the code of a mailed link is for. */
export interface ActionCodeDTO {
  mode: ActionMode;
  /** The address that the account will have when the code is used; `null` where the code does not say. */
  email: string | null;
}

export function toToken(session: Session): Token {
  const { idToken, expiresIn } = session;
  return { accessToken: idToken, refreshToken: sealRefreshToken(session), expiresIn };
}

export function toUserDTO(user: User): UserDTO {
  const { id, firstName, lastName, email, emailVerified, role, disabled } = user;
  return { id, firstName, lastName, email, emailVerified, role, disabled };
}

export function toAuthDTO(session: Session, user: User): AuthDTO {
  return { ...toToken(session), ...toUserDTO(user) };
}
