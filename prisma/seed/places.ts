import type { Prisma } from "@/lib/db/generated/client";

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

export type Places = {
  areaId: Record<string, string>;
  organisationId: Record<string, string>;
  partnershipId: string;
};

const byName = (rows: { id: string; name: string }[]) =>
  Object.fromEntries(rows.map(({ id, name }) => [name, id]));

/** The city and the county, who works in which, and the partnership over both. */
export async function seedPlaces(tx: Prisma.TransactionClient): Promise<Places> {
  const areaId = byName(
    await tx.area.createManyAndReturn({
      data: areas.map((area) => ({ ...area, policeForce: "Wyvern" })),
      select: { id: true, name: true },
    }),
  );
  const organisationId = byName(
    await tx.organisation.createManyAndReturn({
      data: organisations,
      select: { id: true, name: true },
    }),
  );
  await tx.organisationArea.createMany({
    data: Object.entries(areaId).flatMap(([area, id]) =>
      Object.entries(organisationId)
        .filter(([organisation]) => worksIn(organisation, area))
        .map(([, organisation]) => ({ areaId: id, organisationId: organisation })),
    ),
  });
  const { id: partnershipId } = await tx.partnership.create({
    data: {
      name: "Northbridge and Wyvern Prevent Partnership",
      steeringGroup: "Northbridge and Wyvern Prevent Steering Group",
      goldGroup: "Wyvern CONTEST Gold Group",
    },
    select: { id: true },
  });
  await tx.partnershipArea.createMany({
    data: Object.values(areaId).map((id) => ({ partnershipId, areaId: id })),
  });
  return { areaId, organisationId, partnershipId };
}

function worksIn(organisation: string, area: string): boolean {
  if (organisation === "Wyvern County Council") return area === "Wyvern County";
  return organisation !== "Northbridge City Council" || area === "Northbridge";
}
