import { initializeApp } from "firebase-admin/app";
import { getAuth, type MultiFactorInfo, type UserRecord } from "firebase-admin/auth";
import type { ExportedUser } from "./csv";

/** Accounts in one request, which is as many as Firebase Auth gives. */
const pageSize = 1000;

export interface AccountPage {
  readonly users: readonly ExportedUser[];
  /** Absent on the last page. */
  readonly next?: string | undefined;
}

/** Reads all accounts of a project, with the hashes of their passwords. @param from - where an earlier run got to. */
export async function* accountPages(
  projectId: string,
  from: string | undefined,
): AsyncGenerator<AccountPage> {
  const auth = getAuth(initializeApp({ projectId }, "export"));
  let next = from;
  do {
    const { users, pageToken } = await auth.listUsers(pageSize, next);
    // Some servers name a page after the last one, which is empty.
    next = users.length === 0 ? undefined : pageToken;
    yield { users: users.map(exported), next };
  } while (next !== undefined);
}

/** An account as `auth:export` writes it. */
function exported(user: UserRecord): ExportedUser {
  const { metadata, customClaims = {}, multiFactor } = user;
  const claims = Object.keys(customClaims).length > 0 ? JSON.stringify(customClaims) : undefined;
  return {
    localId: user.uid,
    email: user.email,
    emailVerified: user.emailVerified,
    passwordHash: user.passwordHash && plain(user.passwordHash),
    salt: user.passwordSalt && plain(user.passwordSalt),
    displayName: user.displayName,
    photoUrl: user.photoURL,
    lastSignedInAt: milliseconds(metadata.lastSignInTime),
    createdAt: milliseconds(metadata.creationTime),
    phoneNumber: user.phoneNumber,
    disabled: user.disabled,
    customAttributes: claims,
    providerUserInfo: user.providerData
      .filter(({ providerId }) => !["password", "phone"].includes(providerId))
      .map(({ providerId, uid: rawId, email, displayName, photoURL: photoUrl }) => ({
        ...{ providerId, rawId },
        ...{ email, displayName, photoUrl },
      })),
    mfaInfo: multiFactor?.enrolledFactors.map(factor),
  };
}

const factor = (enrolled: MultiFactorInfo) => ({
  mfaEnrollmentId: enrolled.uid,
  displayName: enrolled.displayName,
  enrolledAt: enrolled.enrollmentTime && new Date(enrolled.enrollmentTime).toISOString(),
  ...("phoneNumber" in enrolled && { phoneInfo: enrolled.phoneNumber }),
});

/** `auth:import` wants it in the usual alphabet. */
const plain = (hash: string): string =>
  /^[\w=-]+$/.test(hash) ? hash.replaceAll("-", "+").replaceAll("_", "/") : hash;

const milliseconds = (time: string | null | undefined): string | undefined =>
  time ? String(Date.parse(time)) : undefined;
