/** The times of a token that has expired. */
export const expired = { iat: 1_600_000_000, auth_time: 1_600_000_000, exp: 1_600_003_600 };

/** An unsigned token like the Auth emulator's, with other claims. */
export function withClaims({ accessToken }: { accessToken: string }, claims: object): string {
  const [header] = accessToken.split(".");
  const payload = { ...payloadOf(accessToken), ...claims };
  return `${header ?? ""}.${Buffer.from(JSON.stringify(payload)).toString("base64url")}.`;
}

/** What a token claims, taken at its word. */
export function payloadOf(token: unknown): Record<string, unknown> {
  const [, payload = ""] = String(token).split(".");
  return JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
}
