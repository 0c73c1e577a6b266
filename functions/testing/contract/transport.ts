import type { AuthErrorCode } from "../../src/errors";

export type OperationName =
  | "generateToken"
  | "generateTokenForOAuth"
  | "revokeTokens"
  | "renewToken"
  | "resetPassword"
  | "sendEmailVerificationLink"
  | "isAuthorizedByRole"
  | "isAuthorizedByUserId"
  | "isAuthorizedByEmail"
  | "register"
  | "getMe"
  | "updateMe"
  | "changePassword"
  | "changeEmail"
  | "listSessions"
  | "endSession"
  | "endOtherSessions"
  | "deleteMe"
  | "exportMe"
  | "listActivity";

/** The outcome of a call, the same over every transport. */
export type Outcome =
  | { reply: unknown }
  | { refusal: AuthErrorCode; message: string; details: Record<string, unknown> };

/** A way to ask for an operation. */
export interface Transport {
  /** Milliseconds until all instances that it may reach know of a change; 0 for a single one. */
  patience: number;
  call(operation: OperationName, data: unknown, token?: string): Promise<Outcome>;
}

/** People and addresses for the rows of the contract. */
export interface World {
  newEmail(): string;
  /** Resolves in another second than now: sessions of one second are one. */
  nextSecond(): Promise<void>;
  newUser(options?: { role?: string; verified?: boolean; email?: string }): Promise<{
    id: string;
    email: string | null;
    accessToken: string;
    refreshToken: string;
  }>;
  disable(userId: string): Promise<void>;
  password: string;
}
