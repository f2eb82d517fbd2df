import { FieldsRefused } from "@/lib/errors";
import type { ReferralStatus } from "@/lib/referrals/labels";

const openStatuses: readonly ReferralStatus[] = ["submitted", "gateway", "taken_forward"];

/** 3.5: what is open already is named, so that this closure leads to it. */
export function assertOneIsOpen(same: readonly { status: ReferralStatus }[]): void {
  if (same.some(({ status }) => openStatuses.includes(status))) return;
  const sentence = "Link the open referral or case of this person first, or select another reason";
  throw new FieldsRefused({ closureCode: [sentence] });
}

type SecondLook = { hasLookedAgain: boolean; secondLook: string | null };
const fewest = 20;

/** T29: another referral of the same person is known, so a closure is not the first word on them. */
export function assertLookedAgain(sameBefore: number, { hasLookedAgain, secondLook }: SecondLook) {
  if (sameBefore === 0) return;
  const errors = {
    ...(!hasLookedAgain && {
      hasLookedAgain: ["Confirm that you have read what was decided before"],
    }),
    ...((secondLook ?? "").length < fewest && {
      secondLook: [`Enter what you looked at again, in ${fewest} characters or more`],
    }),
  };
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);
}
