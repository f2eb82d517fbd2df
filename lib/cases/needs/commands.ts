import "server-only";

import { record } from "@/lib/audit/record";
import { needCertaintyLabels, needLabels, standingLabels } from "@/lib/cases/needs/labels";
import { formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import { getCaseForNeed, getNeedToChange } from "./queries";
import type { AddNeed, ChangeNeed } from "./schema";

/** Adds what somebody needs, what protects them, or how it is seen. A need stays a need (AF-08). */
export async function addNeed(ctx: Context, input: AddNeed) {
  const { actor, tx, now } = ctx;
  const { id: caseId, areaId, dataKeyId, reference } = await getCaseForNeed(ctx, input.caseId);
  const { kind, certainty, words, source, asOf } = input;
  const need = kind === "need" ? input.need : null;
  const entryId = crypto.randomUUID();
  await tx.needEntry.createMany({
    data: {
      entryId,
      version: 1,
      caseId,
      areaId,
      kind,
      need,
      certainty,
      words,
      source,
      datedOn: toDateColumn(asOf),
      writtenByHatId: actor.hatId,
      writtenAt: now,
    },
  });

  await record(ctx, { type: "need.added", dataKeyId, facts: { entryId, kind, need } });
  return { reference };
}

/** Writes a new version, and keeps the one before it. The second of two sees what the first wrote. */
export async function changeNeed(ctx: Context, input: ChangeNeed) {
  const { actor, tx, now } = ctx;
  const entry = await getNeedToChange(ctx, input.entryId);
  const { entryId, kind } = entry;
  const { id: caseId, areaId, dataKeyId, reference } = entry.case;
  if (kind === "need" && !input.need) throw new FieldsRefused({ need: ["Select which need"] });
  const { count } = await tx.needEntry.updateMany({
    where: { entryId, version: input.version, isCurrent: true },
    data: { isCurrent: false },
  });
  if (count === 0) throw overtakenBy(entry);
  const version = input.version + 1;
  const { certainty, words, source, asOf, stands, reasons } = input;
  await tx.needEntry.createMany({
    data: {
      entryId,
      version,
      caseId,
      areaId,
      kind,
      need: kind === "need" ? input.need : null,
      certainty,
      words,
      source,
      datedOn: toDateColumn(asOf),
      stands,
      changeReasons: reasons,
      writtenByHatId: actor.hatId,
      writtenAt: now,
    },
  });

  await record(ctx, { type: "need.changed", dataKeyId, facts: { entryId, kind, version, stands } });
  return { reference };
}

function overtakenBy(entry: Awaited<ReturnType<typeof getNeedToChange>>): Overtaken {
  const { writtenBy, savedAt, version, words, source, certainty, need, stands } = entry;
  const fields = [
    ...(need ? [{ name: "need", label: "Need", theirs: need, choices: needLabels }] : []),
    {
      name: "certainty",
      label: "Known or suspected",
      theirs: certainty,
      choices: needCertaintyLabels,
    },
    { name: "words", label: "What is known", theirs: words },
    { name: "source", label: "Source", theirs: source },
    {
      name: "stands",
      label: "Still stands",
      theirs: stands ? "yes" : "no",
      choices: standingLabels,
    },
  ];
  return new Overtaken(writtenBy, `on ${formatInstant(savedAt)}`, fields, version);
}
