import { FieldsRefused } from "@/lib/errors";
import type { ReferralStatus } from "@/lib/referrals/labels";

const openStatuses: readonly ReferralStatus[] = ["submitted", "gateway", "taken_forward"];

/** 3.5: what is open already is named, so that this closure leads to it. */
export function assertOneIsOpen(same: readonly { status: ReferralStatus }[]): void {
  if (same.some(({ status }) => openStatuses.includes(status))) return;
  const sentence = "Link the open referral or case of this person first, or select another reason";
  throw new FieldsRefused({ closureCode: [sentence] });
}
