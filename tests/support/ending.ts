import type { ClosureCode } from "@/lib/cases/labels";
import type { ReferralStatus } from "@/lib/referrals/labels";
import { toldStatus } from "@/lib/referrals/rules";
import { owner } from "./owner";

/** What the ending of a case left for others: what its referrer is told, and what still waits. */
export async function leftBehind(caseId: string) {
  const referral = await owner.referral.findFirstOrThrow({ where: { caseId } });
  const requests = await owner.informationRequest.findMany({ where: { caseId } });
  const news = { hatId: referral.createdByHatId, kind: "referral_outcome" };
  const notices = await owner.notification.findMany({ where: news });
  return {
    told: toldStatus(referral.status as ReferralStatus, referral.closureCode as ClosureCode | null),
    isEnded: referral.endedAt !== null,
    code: referral.closureCode,
    waiting: requests.filter(({ state }) => state === "asked" || state === "part").length,
    notices: notices.map(({ reference }) => reference === referral.reference),
  };
}

export const nothingOpen = {
  told: "closed",
  isEnded: true,
  code: null,
  waiting: 0,
  notices: [true],
};

/** How many endings an area has counted. */
export async function endingsCounted(areaId: string): Promise<number> {
  const [counted] = await owner.$queryRaw<{ n: bigint | null }[]>`
    select sum(n) as n from stat_cells where area_id = ${areaId}::uuid and measure = 'closed' and dimension = 'all'`;
  return Number(counted?.n ?? 0);
}
