import "server-only";

import { record } from "@/lib/audit/record";
import { dayOf, financialYearName, formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import { getEntry, getFundingToWrite, getLine, getLineToWrite } from "@/lib/funding/queries";
import { assertCanBeCorrected, assertIsThere, isOfYear, yearsToChoose } from "@/lib/funding/rules";
import type { AddEntry, AddLine, CorrectEntry, EditLine } from "@/lib/funding/schema";

/** A line with its budget as its first entry. */
export async function addLine(ctx: Context, input: AddLine) {
  const { actor, tx, now } = ctx;
  const { areaId, hatId } = actor;
  const { partnerships, today } = await getFundingToWrite(ctx);
  const partnership = partnerships.find(({ id }) => id === input.covers);
  const errors: Record<string, string[]> = {};
  if (input.covers !== "area" && !partnership) errors.covers = ["Select which areas this is for"];
  if (!Object.hasOwn(yearsToChoose(today), input.yearDay))
    errors.yearDay = ["Select the financial year"];
  const { name, source, note, budget } = input;
  const yearOn = toDateColumn(input.yearDay);
  const taken = await tx.fundingLine.findUnique({
    where: { areaId_yearOn_name: { areaId, yearOn, name } },
    select: { id: true },
  });
  if (taken) errors.name = ["That year has a line of that name already"];
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);

  const { id: lineId } = await tx.fundingLine.create({
    data: {
      ...{ areaId, partnershipId: partnership?.id ?? null, name, source, yearOn, note },
      reference: await nextReference(ctx),
      ...{ addedByHatId: hatId, addedAt: now },
    },
    select: { id: true },
  });
  await tx.fundingEntry.createMany({
    data: {
      ...{ lineId, areaId, kind: "budget", pence: BigInt(budget), enteredOn: toDateColumn(today) },
      ...{ words: "The budget of the line", enteredByHatId: hatId, enteredAt: now },
    },
  });
  await record(ctx, { type: "funding.line_added", facts: { lineId, source } });
  return { lineId };
}

/** Its name and its purpose. What it has and what became of it stays in the ledger. */
export async function editLine(ctx: Context, { lineId, version, name, note }: EditLine) {
  const { actor, tx, now } = ctx;
  const line = await getLine(ctx, lineId, "money:write");
  const same = { areaId: line.areaId, yearOn: toDateColumn(line.yearDay), name };
  const taken = await tx.fundingLine.findFirst({
    where: { ...same, NOT: { id: lineId } },
    select: { id: true },
  });
  if (taken) throw new FieldsRefused({ name: ["That year has a line of that name already"] });
  const { count } = await tx.fundingLine.updateMany({
    where: { id: lineId, version },
    data: { name, note, version: version + 1, editedByHatId: actor.hatId, editedAt: now },
  });
  if (count === 0)
    throw new Overtaken(
      line.edited?.by ?? "Somebody else",
      line.edited ? `on ${formatInstant(line.edited.at)}` : "since you opened this page",
      [
        { name: "name", label: "Name", theirs: line.name },
        { name: "note", label: "What it is for", theirs: line.note ?? "" },
      ],
      line.version,
    );
  await record(ctx, { type: "funding.line_edited", facts: { lineId } });
  return { lineId };
}

async function nextReference({ tx, now }: Context): Promise<string> {
  const [made] = await tx.$queryRaw<{ reference: string }[]>`
    select next_reference('FND', ${toDateColumn(dayOf(now))}::date) as reference`;
  if (!made) throw new Error("The database made no reference.");
  return made.reference;
}

/** An entry stays as it was made. Two who allocate the last of a line at once are told apart by the database. */
export async function addEntry(ctx: Context, input: AddEntry) {
  const { actor, tx, now } = ctx;
  const { lineId, kind, target, amount, enteredDay, words } = input;
  const { line, targets, totals } = await getLineToWrite(ctx, lineId);
  const of = targets.find(({ id }) => id === target);
  if (target !== "line" && !of) throw new FieldsRefused({ target: ["Select what it is for"] });
  if ((kind === "spent" || kind === "committed") && !isOfYear(enteredDay, line.yearDay))
    throw new FieldsRefused({
      enteredDay: [`Date must be in the financial year ${financialYearName(line.yearDay)}`],
    });
  assertIsThere(kind, amount, totals);
  await tx.fundingEntry.createMany({
    data: {
      ...{ lineId, areaId: line.areaId, kind, pence: BigInt(amount), words },
      projectId: of?.kind === "project" ? of.id : null,
      postId: of?.kind === "post" ? of.id : null,
      ...{ enteredOn: toDateColumn(enteredDay), enteredByHatId: actor.hatId, enteredAt: now },
    },
  });
  await record(ctx, { type: "funding.entered", facts: { lineId, kind, pence: amount } });
  return { lineId };
}

/** Nothing is rubbed out: what was wrong is put right by its opposite, with the reason. */
export async function correctEntry(ctx: Context, { entryId, reasons }: CorrectEntry) {
  const { actor, tx, now } = ctx;
  const entry = await getEntry(ctx, entryId);
  assertCanBeCorrected(entry);
  const { lineId, areaId, projectId, postId, kind, pence } = entry;
  const { totals } = await getLineToWrite(ctx, lineId);
  assertIsThere(kind, -pence, totals);
  await tx.fundingEntry.createMany({
    data: {
      ...{ lineId, areaId, projectId, postId, kind, pence: BigInt(-pence), correctsId: entryId },
      ...{ words: reasons, enteredOn: toDateColumn(dayOf(now)) },
      ...{ enteredByHatId: actor.hatId, enteredAt: now },
    },
  });
  await record(ctx, { type: "funding.corrected", facts: { lineId, entryId, pence: -pence } });
  return { lineId };
}
