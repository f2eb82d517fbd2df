import { notFound } from "next/navigation";

import { requireActor } from "@/lib/request/session";
import { CouncilReferral } from "./council-referral";
import { GatewayReferral } from "./gateway-referral";
import { ReferrerView } from "./referrer-view";

/** One address, and what it shows depends on who asks: all of it, how far it is, or one's own words. */
export default async function ReferralPage(props: PageProps<"/referrals/[ref]">) {
  const { role } = await requireActor();
  const { ref } = await props.params;
  const { done } = await props.searchParams;
  switch (role) {
    case "gateway_officer":
      return <GatewayReferral reference={ref} done={done} />;
    case "coordinator":
    case "chair":
    case "governance_officer":
      return <CouncilReferral reference={ref} />;
    case "referrer":
    case "agency_lead":
    case "panel_member":
      return <ReferrerView reference={ref} />;
    default:
      return notFound();
  }
}
