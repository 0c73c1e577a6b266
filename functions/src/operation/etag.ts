import { createHash } from "node:crypto";
import { type UserDTO, userDto } from "./replies";

/** A strong tag of a user as clients see them: it changes when anything of it does. */
export function etagOf(user: UserDTO): string {
  const values = Object.keys(userDto.shape).map((name) => user[name as keyof UserDTO]);
  const digest = createHash("sha256").update(JSON.stringify(values)).digest("base64url");
  return `"${digest.slice(0, 27)}"`;
}

/** Says whether a tag satisfies the header `If-Match` (RFC 9110, section 13.1.1). A weak tag never does. */
export function matches(ifMatch: string, etag: string): boolean {
  const tags = ifMatch.split(",").map((tag) => tag.trim());
  return tags.includes("*") || tags.includes(etag);
}
