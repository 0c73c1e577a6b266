import { z } from "zod";
import { secondOf } from "../../sessions/refresh-token";
import type { StoredSession } from "../../sessions/stored-session";

export const sessionDto = z
  .object({
    id: z.string(),
    current: z.boolean().meta({ description: "Whether it is the one that this request is of." }),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso
      .datetime()
      .meta({ description: "When it was last renewed, to half a minute." }),
    device: z.string().meta({ description: "Browser and system in words." }),
    place: z
      .string()
      .meta({ description: "The network: an IPv4 /24 or IPv6 /48; empty where unknown." }),
  })
  .meta({ id: "SessionListed" });

export const sessionsExample: z.output<typeof sessionDto>[] = [
  {
    id: "1767225600-aZ8_q2L-x0Yt3Kbn",
    current: true,
    createdAt: "2026-01-01T00:00:00.000Z",
    lastUsedAt: "2026-01-02T12:00:00.000Z",
    device: "Chrome on macOS",
    place: "203.0.113.0/24",
  },
];

/** @param authTime - the second (since 1970) in which the caller's own session began. */
export function toSessionDTO(
  { id, createdAt, lastUsedAt, device, place }: StoredSession,
  authTime?: number,
): z.output<typeof sessionDto> {
  return {
    id,
    current: secondOf(id) === authTime,
    createdAt: new Date(createdAt).toISOString(),
    lastUsedAt: new Date(lastUsedAt).toISOString(),
    device,
    place,
  };
}
