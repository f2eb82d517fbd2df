import { FieldsRefused } from "@/lib/errors";
import type { ReferralStatus } from "@/lib/referrals/labels";

const openStatuses: readonly ReferralStatus[] = ["submitted", "gateway", "taken_forward"];

/** 3.5: what is open already is named, so that this closure leads to it. */
export function assertOneIsOpen(same: readonly { status: ReferralStatus }[]): void {
  if (same.some(({ status }) => openStatuses.includes(status))) return;
  const sentence = "Link the open referral or case of this person first, or select another reason";
  throw new FieldsRefused({ closureCode: [sentence] });
}

type SecondLook = { lookedAt: readonly string[]; secondLook: string | null };
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
