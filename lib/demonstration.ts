import type { Role } from "@/lib/access/labels";

/** One password for every account of the demonstration. It opens nothing anywhere else. */
export const demonstrationPassword = "northbridge-demonstration";

/** Who can be tried out in Northbridge, in the order of the process. Everybody is invented. */
export const demonstrationAccounts: readonly { email: string; role: Role; name: string }[] = [
  { email: "lead@oakfield.example", role: "referrer", name: "Lena Ashdown" },
  { email: "agency@nhs-northbridge.example", role: "agency_lead", name: "Amrit Vale" },
  { email: "gateway@wyvern-police.example", role: "gateway_officer", name: "Gwen Tarrant" },
  { email: "coordinator@northbridge.example", role: "coordinator", name: "Cora Linden" },
  { email: "chair@northbridge.example", role: "chair", name: "Charles Everly" },
  { email: "panel.health@nhs-northbridge.example", role: "panel_member", name: "Hana Merrow" },
  {
    email: "panel.probation@wyvern-probation.example",
    role: "panel_member",
    name: "Patrick Sallow",
  },
  { email: "teacher@college.example", role: "invitee", name: "Tess Marrable" },
  { email: "provider@harbour.example", role: "provider", name: "Idris Penhale" },
  { email: "prevent@northbridge.example", role: "prevent_coordinator", name: "Priya Oldacre" },
  { email: "steering@wyvern-county.example", role: "steering_member", name: "Stella Harrowby" },
  { email: "gold@wyvern-police.example", role: "gold_reader", name: "Gordon Peverell" },
  { email: "governance@northbridge.example", role: "governance_officer", name: "Ines Calloway" },
  { email: "auditor@review.example", role: "auditor", name: "Audrey Winslade" },
  { email: "admin@northbridge.example", role: "administrator", name: "Adam Thornby" },
];
