import type { Role } from "@/lib/access/labels";
import type { Prisma } from "@/lib/db/generated/client";
import { demonstrationAccounts, demonstrationPassword } from "@/lib/demonstration";
import type { Seat } from "@/lib/panels/labels";
import { hashPassword } from "@/lib/sessions/commands";
import type { Places } from "./places";

const organisationOf: Record<string, string> = {
  "oakfield.example": "Oakfield Academy",
  "nhs-northbridge.example": "Northbridge NHS Foundation Trust",
  "wyvern-police.example": "Wyvern Police",
  "northbridge.example": "Northbridge City Council",
  "wyvern-county.example": "Wyvern County Council",
  "wyvern-probation.example": "Wyvern Probation",
  "harbour.example": "Harbour Community Trust",
  "college.example": "Northbridge College",
  "youth-justice.example": "Northbridge Youth Justice Service",
  "marlow-vale.example": "HMP Marlow Vale",
  "review.example": "Independent Review Office",
};

const seatOf: Record<string, Seat> = {
  "chair@northbridge.example": "chair",
  "panel.health@nhs-northbridge.example": "health",
  "panel.probation@wyvern-probation.example": "probation",
};

type Colleague = { email: string; name: string; role: Role; seat?: Seat; area?: string };

/** The county next to the city, which hands cases on and takes them. They sign in as everybody does. */
const neighbours: readonly Colleague[] = [
  { email: "w.ashcombe@wyvern-county.example", name: "Wynn Ashcombe", role: "coordinator" },
  { email: "e.tolland@wyvern-county.example", name: "Elis Tolland", role: "chair", seat: "chair" },
  { email: "k.dunmore@wyvern-police.example", name: "Kit Dunmore", role: "gateway_officer" },
].map((one) => ({ ...one, area: "Wyvern County" }) as Colleague);

/** People of the area who are on its records and have no account to try out. */
const colleagues: readonly Colleague[] = [
  { email: "c.haddow@northbridge.example", name: "Corin Haddow", role: "coordinator" },
  {
    email: "d.marchbank@northbridge.example",
    name: "Della Marchbank",
    role: "chair",
    seat: "deputy_chair",
  },
  { email: "p.stourton@wyvern-police.example", name: "Perrin Stourton", role: "coordinator" },
  { email: "g.ravenhurst@wyvern-police.example", name: "Gil Ravenhurst", role: "gateway_officer" },
  {
    email: "i.thorsby@wyvern-police.example",
    name: "Inga Thorsby",
    role: "panel_member",
    seat: "police",
  },
  {
    email: "s.kilvert@northbridge.example",
    name: "Seren Kilvert",
    role: "panel_member",
    seat: "childrens_social_care",
  },
  {
    email: "o.bellwether@northbridge.example",
    name: "Osric Bellwether",
    role: "panel_member",
    seat: "adult_social_care",
  },
  {
    email: "n.ferncombe@college.example",
    name: "Nadia Ferncombe",
    role: "panel_member",
    seat: "education",
  },
  {
    email: "y.tamberlane@youth-justice.example",
    name: "Yusuf Tamberlane",
    role: "panel_member",
    seat: "youth_justice",
  },
  { email: "t.rooke@college.example", name: "Tamsin Rooke", role: "referrer" },
  { email: "b.copperwheat@northbridge.example", name: "Bryn Copperwheat", role: "agency_lead" },
  { email: "r.wick@wyvern-police.example", name: "Rosalind Wick", role: "referrer" },
  { email: "m.stoddard@marlow-vale.example", name: "Mal Stoddard", role: "referrer" },
  { email: "w.abernethy@harbour.example", name: "Wren Abernethy", role: "referrer" },
  { email: "j.hartsop@wyvern-probation.example", name: "Jude Hartsop", role: "agency_lead" },
  { email: "s.brook@harbour.example", name: "Sunniva Brook", role: "provider" },
];

/** Somebody and the hat they wear, as far as rows need to name them. */
export type Worn = {
  hatId: string;
  userId: string;
  organisationId: string;
  organisation: string;
  areaId: string;
  name: string;
  email: string;
  role: Role;
  seat: Seat | null;
};

/** Everybody by the first part of their address: "coordinator", "c.haddow". */
export type Cast = Record<string, Worn>;

export async function seedAccounts(
  tx: Prisma.TransactionClient,
  { areaId: areas, organisationId: organisations }: Places,
): Promise<Cast> {
  const passwordHash = await hashPassword(demonstrationPassword);
  const cast: Cast = {};
  const everybody: readonly Colleague[] = [...demonstrationAccounts, ...colleagues, ...neighbours];
  for (const { email, role, name, area = "Northbridge", seat = seatOf[email] } of everybody) {
    const areaId = areas[area] as string;
    const organisation = organisationOf[email.split("@")[1] ?? ""] as string;
    const organisationId = organisations[organisation] as string;
    const isAccount =
      area !== "Northbridge" || demonstrationAccounts.some((account) => account.email === email);
    const { id: userId, hats } = await tx.user.create({
      data: {
        email,
        name,
        ...(isAccount && { userCredential: { create: { passwordHash } } }),
        hats: { create: { organisationId, areaId, role, seat: seat ?? null } },
      },
      select: { id: true, hats: { select: { id: true } } },
    });
    cast[email.split("@")[0] as string] = {
      hatId: hats[0]?.id as string,
      userId,
      organisationId,
      organisation,
      areaId,
      name,
      email,
      role,
      seat: seat ?? null,
    };
  }
  return cast;
}
