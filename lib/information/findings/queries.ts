import "server-only";

import { dayOf } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Corroboration } from "../labels";
import type { Found } from "./rules";

/** What every question about an item asks of what was found of it (IS-10). */
export const findingFacts = {
  corroboration: true,
  corroborationChanges: {
    orderBy: [{ changedAt: "desc" }, { id: "desc" }],
    take: 20,
    select: {
      ...{ id: true, was: true, became: true, reasons: true, changedAt: true },
      changedByHat: {
        select: { user: { select: { name: true } }, organisation: { select: { name: true } } },
      },
    },
  },
} satisfies Prisma.InformationItemSelect;

type Row = Prisma.InformationItemGetPayload<{ select: typeof findingFacts }>;

export function toFound({ corroboration, corroborationChanges }: Row) {
  return {
    corroboration: corroboration as Corroboration,
    findings: corroborationChanges.map(({ changedByHat, changedAt, was, became, ...change }) => ({
      ...change,
      was: was as Corroboration,
      became: became as Corroboration,
      changedOn: dayOf(changedAt),
      by: changedByHat.user.name,
      organisation: changedByHat.organisation.name,
    })),
  } satisfies Found;
}

/** The same for what is read by others than those on the case: organisations, and nobody by name (M-03). */
export function toFoundByOrganisation(row: Row): Found {
  const { corroboration, findings } = toFound(row);
  return { corroboration, findings: findings.map(({ by: _, ...finding }) => finding) };
}
