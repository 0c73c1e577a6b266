import { z } from "zod";
import type { Account, SecondFactor } from "./accounts";

const count = z.coerce.number().int().nonnegative();

const secondFactor = z
  .object({
    mfaEnrollmentId: z.string(),
    displayName: z.string().default(""),
    enrolledAt: z.iso.datetime({ offset: true }).optional().catch(undefined),
    totpInfo: z.unknown().optional(),
  })
  .transform(({ mfaEnrollmentId: id, displayName: name, enrolledAt = null, totpInfo }) => {
    const kind: SecondFactor["kind"] = totpInfo === undefined ? "phone" : "totp";
    return { id, kind, name, enrolledAt };
  });

/** A reply of `accounts:lookup`, asked by the account's own user or by the project. */
export const lookedUp = z.object({
  users: z
    .array(
      z.object({
        localId: z.string().min(1),
        tenantId: z.string().optional(),
        email: z.string().optional(),
        emailVerified: z.boolean().default(false),
        disabled: z.boolean().default(false),
        displayName: z.string().default(""),
        createdAt: count.default(0),
        validSince: count.default(0),
        providerUserInfo: z.array(z.object({ providerId: z.string() })).default([]),
        lastLoginAt: count.optional(),
        lastRefreshAt: z.iso.datetime({ offset: true }).optional().catch(undefined),
        mfaInfo: z.array(secondFactor).default([]),
        customAttributes: z.string().default(""),
      }),
    )
    .default([]),
});

const text = z.string().optional();

/** The same reply, as its owner may have it: all of an account that is no secret of the sign-in. */
export const exported = z.object({
  users: z
    .array(
      z.object({
        localId: z.string(),
        email: text,
        emailVerified: z.boolean().optional(),
        displayName: text,
        photoUrl: text,
        phoneNumber: text,
        disabled: z.boolean().optional(),
        createdAt: text,
        lastLoginAt: text,
        lastRefreshAt: text,
        passwordUpdatedAt: z.number().optional(),
        customAttributes: text,
        initialEmail: text,
        providerUserInfo: z
          .array(
            z.object({
              providerId: text,
              federatedId: text,
              rawId: text,
              email: text,
              displayName: text,
              photoUrl: text,
              phoneNumber: text,
            }),
          )
          .optional(),
        mfaInfo: z
          .array(
            z.object({
              mfaEnrollmentId: text,
              displayName: text,
              phoneInfo: text,
              enrolledAt: text,
            }),
          )
          .optional(),
      }),
    )
    .default([]),
});

/**
 * Reads the accounts that were looked up.
 *
 * @param asOf - when Firebase Auth replied, in seconds since 1970 by its own clock.
 */
export function toAccounts({ users }: z.output<typeof lookedUp>, asOf: number): Account[] {
  return users.map((user) => ({
    uid: user.localId,
    email: user.email ?? null,
    emailVerified: user.emailVerified,
    disabled: user.disabled,
    displayName: user.displayName,
    createdAt: user.createdAt,
    validSince: user.validSince,
    providers: user.providerUserInfo.map(({ providerId }) => providerId),
    claims: toClaims(user.customAttributes),
    hasSecondFactor: user.mfaInfo.length > 0,
    secondFactors: user.mfaInfo,
    lastSignInAt: user.lastLoginAt ?? null,
    lastSeenAt: lastSeen(user),
    asOf,
  }));
}

/** Who never signed in was never seen, although an emulator says that a new account was renewed. */
function lastSeen(
  user: Pick<z.output<typeof lookedUp>["users"][number], "lastLoginAt" | "lastRefreshAt">,
): number | null {
  const { lastLoginAt, lastRefreshAt } = user;
  if (lastLoginAt === undefined) return null;
  return lastRefreshAt === undefined
    ? lastLoginAt
    : Math.max(lastLoginAt, Date.parse(lastRefreshAt));
}

function toClaims(text: string): Readonly<Record<string, unknown>> {
  return text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
}
