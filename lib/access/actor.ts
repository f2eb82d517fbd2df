import type { Role } from "@/lib/access/labels";

/** Who is asking, in which hat: one role, held for one organisation in one area. */
export type Actor = {
  userId: string;
  hatId: string;
  role: Role | "system";
  areaId: string;
  organisationId: string;
};

const nobody = "00000000-0000-0000-0000-000000000000";

/** The clock and the front door: sign-in, timers, the post. Row policies grant it those and no more. */
export const theSystem = (areaId: string = nobody): Actor => ({
  userId: nobody,
  hatId: nobody,
  role: "system",
  areaId,
  organisationId: nobody,
});

/** Whether no account stands behind it: the clock, the front door, or whoever sets the service up. */
export const isNobody = ({ userId }: Actor): boolean => userId === nobody;
