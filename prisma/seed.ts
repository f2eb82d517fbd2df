import { PrismaPg } from "@prisma/adapter-pg";

import { PrismaClient } from "@/lib/db/generated/client";
import { demonstrationAccounts, demonstrationPassword } from "@/lib/demonstration";
import { hashPassword } from "@/lib/sessions/commands";

const areas = [
  { name: "Northbridge", postcodePrefixes: ["NB1", "NB2", "NB3", "NB4"] },
  { name: "Wyvern County", postcodePrefixes: ["WV1", "WV2", "WV3", "WV4", "WV5"] },
];

const organisations = [
  { name: "Northbridge City Council", sector: "local_authority", kind: "council" },
  { name: "Wyvern County Council", sector: "local_authority", kind: "council" },
  { name: "Wyvern Police", sector: "police", kind: "police" },
  { name: "Northbridge NHS Foundation Trust", sector: "health", kind: "health" },
  { name: "Wyvern Probation", sector: "probation", kind: "probation" },
  { name: "Northbridge Youth Justice Service", sector: "local_authority", kind: "youth_justice" },
  { name: "HMP Marlow Vale", sector: "prison", kind: "prison" },
  { name: "Oakfield Academy", sector: "education", kind: "education" },
  { name: "Northbridge College", sector: "education", kind: "education" },
  { name: "Harbour Community Trust", sector: "community", kind: "voluntary" },
  { name: "Independent Review Office", sector: "other", kind: "other" },
];

const organisationOf: Record<string, string> = {
  "oakfield.example": "Oakfield Academy",
  "nhs-northbridge.example": "Northbridge NHS Foundation Trust",
  "wyvern-police.example": "Wyvern Police",
  "northbridge.example": "Northbridge City Council",
  "wyvern-county.example": "Wyvern County Council",
  "wyvern-probation.example": "Wyvern Probation",
  "harbour.example": "Harbour Community Trust",
  "review.example": "Independent Review Office",
};

const seatOf: Record<string, string> = {
  "chair@northbridge.example": "chair",
  "panel.health@nhs-northbridge.example": "health",
  "panel.probation@wyvern-probation.example": "probation",
};

/** Loads Northbridge into an empty database. A database that has it already is left as it is. */
export async function seed(_wish: { people?: number } = {}): Promise<void> {
  const db = new PrismaClient({
    adapter: new PrismaPg({ connectionString: process.env.SEED_URL }),
  });
  try {
    if ((await db.area.count()) > 0) return;
    await seedPlaces(db);
    await seedAccounts(db);
  } finally {
    await db.$disconnect();
  }
}

async function seedPlaces(db: PrismaClient) {
  for (const area of areas) await db.area.create({ data: { ...area, policeForce: "Wyvern" } });
  await db.organisation.createMany({ data: organisations });
  const everywhere = await db.area.findMany({ select: { id: true, name: true } });
  const everybody = await db.organisation.findMany({ select: { id: true, name: true } });
  const belongs = (area: string, organisation: string) =>
    organisation === "Wyvern County Council"
      ? area === "Wyvern County"
      : organisation === "Northbridge City Council"
        ? area === "Northbridge"
        : true;
  await db.organisationArea.createMany({
    data: everywhere.flatMap((area) =>
      everybody
        .filter(({ name }) => belongs(area.name, name))
        .map(({ id }) => ({ areaId: area.id, organisationId: id })),
    ),
  });
  const partnership = await db.partnership.create({
    data: {
      name: "Northbridge and Wyvern Prevent Partnership",
      steeringGroup: "Northbridge and Wyvern Prevent Steering Group",
      goldGroup: "Wyvern CONTEST Gold Group",
    },
  });
  await db.partnershipArea.createMany({
    data: everywhere.map(({ id }) => ({ partnershipId: partnership.id, areaId: id })),
  });
}

async function seedAccounts(db: PrismaClient) {
  const passwordHash = await hashPassword(demonstrationPassword);
  const { id: areaId } = await db.area.findUniqueOrThrow({ where: { name: "Northbridge" } });
  for (const { email, role, name } of demonstrationAccounts) {
    const { id: organisationId } = await db.organisation.findUniqueOrThrow({
      where: { name: organisationOf[email.split("@")[1] ?? ""] ?? "" },
    });
    const seat = seatOf[email] ?? null;
    await db.user.create({
      data: {
        email,
        name,
        userCredential: { create: { passwordHash } },
        hats: { create: { organisationId, areaId, role, seat } },
      },
    });
  }
}
