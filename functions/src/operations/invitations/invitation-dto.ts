import { z } from "zod";
import type { Invitation } from "../../invitations/invitation";

export const invitationExample = {
  userId: "pYq0C2mVxJd8sKbT5nRwL3eHgZu1",
  email: "ada@example.com",
  by: "b2Vd8sKbT5nRwL3eHgZu1pYq0C2m",
  invitedAt: "2026-01-02T12:00:00.000Z",
  endsAt: "2026-01-09T12:00:00.000Z",
};

/** A pending invitation as administrators see it. */
export const invitationDto = z.object({
  userId: z.string().meta({ description: "The user who is to choose a password." }),
  email: z.string(),
  by: z
    .string()
    .nullable()
    .meta({ description: "The uid of whoever invited; null for the project's own code." }),
  invitedAt: z.iso.datetime(),
  endsAt: z.iso.datetime().meta({ description: "From then on its code is refused." }),
});

export function toInvitationDTO(invitation: Invitation): z.output<typeof invitationDto> {
  const { id: userId, email, by, invitedAt, endsAt } = invitation;
  const times = { invitedAt: iso(invitedAt), endsAt: iso(endsAt) };
  return { userId, email, by, ...times };
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString();
