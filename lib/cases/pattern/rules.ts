import type { Role } from "@/lib/access/labels";
import { FieldsRefused } from "@/lib/errors";

export type SecondLook = { lookedAt: readonly string[]; secondLook: string | null };
const fewest = 20;

/** T29: other referrals of the same person are known, so a closure is not the first word on them. Each is read again. */
export function assertLookedAgain(
  known: readonly string[],
  { lookedAt, secondLook }: SecondLook,
): void {
  if (known.length === 0) return;
  const errors = {
    ...(!known.every((id) => lookedAt.includes(id)) && {
      lookedAt: ["Read each of these referrals again, and tick it"],
    }),
    ...((secondLook ?? "").length < fewest && {
      secondLook: [`Enter what you looked at again, in ${fewest} characters or more`],
    }),
  };
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);
}

const readers: readonly (Role | "system")[] = ["gateway_officer", "coordinator", "chair"];

/** Others on a case are not told by way of a decision that more was known of the person. */
export const mayReadPattern = (role: Role | "system"): boolean => readers.includes(role);
