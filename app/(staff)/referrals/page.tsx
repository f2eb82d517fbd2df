import { notFound } from "next/navigation";

import { requireActor } from "@/lib/request/session";
import { CouncilQueue } from "./council-queue";
import { GatewayQueue } from "./gateway-queue";
import { MyReferrals } from "./my-referrals";

/** One address, and what it lists depends on who asks: the gateway's work, what the council was sent, or one's own. */
export default async function ReferralsPage({ searchParams }: PageProps<"/referrals">) {
  const { role } = await requireActor();
  const query = await searchParams;
  switch (role) {
    case "gateway_officer":
      return <GatewayQueue query={query} />;
    case "coordinator":
      return <CouncilQueue query={query} />;
    case "referrer":
    case "agency_lead":
    case "panel_member":
      return <MyReferrals query={query} isLead={role === "agency_lead"} />;
    default:
      return notFound();
  }
}
