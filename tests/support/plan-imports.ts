import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import { sealPlain } from "@/lib/crypto/vault";
import { importPlace } from "@/lib/plans/imports/queries";
import { owner } from "./owner";
import type { APlan } from "./plans";

type Traits = { isMapped?: boolean; name?: string };

/** A file of one row that waits to be imported: with its columns named, unless said otherwise. */
export async function anImport(plan: APlan, traits: Traits = {}) {
  const { isMapped = true, name = "The council" } = traits;
  const { id: planId, areaId, keeper, themeId } = plan;
  const id = randomUUID();
  const cells = (...all: string[]) =>
    Object.fromEntries(all.map((text, column) => [column, { text }]));
  const sheet = {
    name: "Plan",
    rows: [
      { number: 1, cells: cells("Ref", "Action", "Lead agency", "Deadline") },
      { number: 2, cells: cells("7.1", "Brief every school", name, "31 Dec 2026") },
    ],
  };
  const words = "It is asked of everybody, so nobody is singled out.";
  const fallbacks = {
    ...{ theme: themeId, objective: "intervene_2023", workstream: "prevent", priority: "high" },
    ...{ ownerRole: "Head", evidenceBasis: "local", proportionality: words, cohesionImpact: words },
  };
  const columns = { reference: 0, text: 1, owner: 2, dueDay: 3 };
  await owner.planImport.create({
    data: {
      ...{ id, planId, areaId, name: "plan.xlsx", kind: "xlsx", bytes: 1, sha256: "x", rows: 1 },
      sealed: sealPlain(importPlace(id), JSON.stringify(sheet)),
      ...(isMapped && { mapping: { columns, fallbacks } }),
      ...{ uploadedByHatId: keeper.hatId, uploadedAt: new Date() },
    },
  });
  return { id, keeper };
}

/** The same, written into the plan as nobody has touched it since. */
export async function anImported(plan: APlan) {
  const { id, keeper } = await anImport(plan);
  const by = { importedByHatId: keeper.hatId, importedAt: new Date() };
  await owner.planImport.update({
    where: { id },
    data: { status: "imported", sealed: null, added: 0, changed: 0, leftOut: 0, ...by },
  });
  return { id };
}

/** What the organisation of somebody is called, as a row would name it. */
export const organisationOf = async ({ organisationId: id }: Actor) =>
  (await owner.organisation.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;
