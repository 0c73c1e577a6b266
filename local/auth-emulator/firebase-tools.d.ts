// firebase-tools ships no types for its internals; these are the parts that are used here.

declare module "firebase-tools/lib/emulator/auth/server" {
  import type { RequestListener, Server } from "node:http";
  export function createApp(
    projectId: string,
  ): Promise<
    RequestListener & { listen(port: number, host: string, listening: () => void): Server }
  >;
}

declare module "firebase-tools/lib/emulator/auth/operations" {
  export const authOperations: {
    securetoken: { token: (...request: unknown[]) => unknown };
    identitytoolkit: {
      accounts: {
        signInWithIdp: (state: unknown, request: { autoCreate?: boolean }) => Promise<unknown>;
      };
    };
  };
}

declare module "firebase-tools/lib/emulator/auth/errors" {
  export function assert(condition: unknown, code: string): asserts condition;
}

declare module "firebase-tools/lib/emulator/auth/state" {
  interface Account {
    localId: string;
    lastLoginAt: string;
    validSince?: string;
  }
  export class ProjectState {
    validateRefreshToken(refreshToken: string): { user: Account };
    updateUserByLocalId(localId: string, ...update: unknown[]): Account;
    createUserWithLocalId(...user: unknown[]): unknown;
    createRefreshTokenFor(user: Account, ...rest: unknown[]): string;
  }
  export function decodeRefreshToken(refreshToken: string): object;
  export function encodeRefreshToken(record: object): string;
}
