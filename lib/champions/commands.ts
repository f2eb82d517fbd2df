import "server-only";

import { record } from "@/lib/audit/record";
import { championKinds, sectorLabels } from "@/lib/champions/labels";
import {
  type ChampionRecord,
  getChampionToChange,
  getOrganisationsForChampion,
} from "@/lib/champions/queries";
import { keptYears } from "@/lib/champions/rules";
import type {
  AddChampion,
  ContactChampion,
  EndChampion,
  RenewChampion,
} from "@/lib/champions/schema";
import { addMonths, type Day, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";

const column = (day: Day | undefined) => (day ? toDateColumn(day) : null);

const wordsOf = ({
  kind,
  name,
  post,
  contact,
  expiresDay,
  course,
  trainedUntilDay,
}: RenewChampion | AddChampion) => ({
  ...{ kind, name, post, contact, course },
  ...{ expiresOn: toDateColumn(expiresDay), trainedUntil: column(trainedUntilDay) },
});

/** Somebody begins to speak for Prevent in an organisation of the area (1.11). */
export async function addChampion(ctx: Context, input: AddChampion) {
  const { actor, tx, now } = ctx;
  const { organisationId, sector, appointedDay } = input;
  const { organisations } = await getOrganisationsForChampion(ctx);
  const organisation = organisations.find(({ id }) => id === organisationId);
  if (!organisation) throw new FieldsRefused({ organisationId: ["Select their organisation"] });
  if (!organisation.sectors.includes(sector)) {
    const words = organisation.sectors.map((one) => sectorLabels[one].toLowerCase()).join(" or ");
    throw new FieldsRefused({ sector: [`The sector of ${organisation.name} is ${words}`] });
  }
  const { id: championId } = await tx.champion.create({
    data: {
      ...{ areaId: actor.areaId, organisationId, sector, ...wordsOf(input) },
      ...{ appointedOn: toDateColumn(appointedDay), addedByHatId: actor.hatId, addedAt: now },
      ...{ editedByHatId: actor.hatId, editedAt: now },
    },
    select: { id: true },
  });
  await record(ctx, { type: "champion.added", facts: { championId, sector } });
  return { championId };
}

/** Changes the row that its reader saw, or tells of whoever was first. */
async function change(
  { actor, tx, now }: Context,
  seen: ChampionRecord,
  version: number,
  data: Prisma.ChampionUpdateManyMutationInput,
) {
  const { count } = await tx.champion.updateMany({
    where: { id: seen.id, version, endedOn: null },
    data: { ...data, version: version + 1, editedByHatId: actor.hatId, editedAt: now },
  });
  if (count === 0)
    throw new Overtaken(
      "Somebody else",
      "since you opened this page",
      [
        { name: "name", label: "Name", theirs: seen.name },
        { name: "post", label: "Post", theirs: seen.post },
        { name: "contact", label: "Work contact", theirs: seen.contact },
        { name: "kind", label: "What they do", theirs: seen.kind, choices: championKinds },
        { name: "expiresDay", label: "Date it runs out", theirs: seen.expiresDay },
      ],
      seen.version,
    );
}

/** For longer, with what has changed of them since: their post, where they are reached, what they have learnt. */
export async function renewChampion(ctx: Context, input: RenewChampion) {
  const seen = await getChampionToChange(ctx, input.championId);
  if (input.expiresDay < seen.expiresDay)
    throw new FieldsRefused({
      expiresDay: ["Date it runs out must be the same as or after the one it has now"],
    });
  await change(ctx, seen, input.version, wordsOf(input));
  await record(ctx, {
    type: "champion.renewed",
    facts: { championId: seen.id, fromDay: seen.expiresDay, toDay: input.expiresDay },
  });
  return { championId: seen.id };
}

export async function contactChampion(ctx: Context, input: ContactChampion) {
  const { championId, version, contactDay } = input;
  const seen = await getChampionToChange(ctx, championId);
  if (contactDay < (seen.lastContactDay ?? seen.appointedDay))
    throw new FieldsRefused({
      contactDay: ["Date of the contact must not be before the one that is recorded"],
    });
  await change(ctx, seen, version, { lastContactOn: toDateColumn(contactDay) });
  await record(ctx, { type: "champion.contacted", facts: { championId, contactDay } });
  return { championId };
}

/** Stepped down, with the reason. Nobody is taken out of the register before their time (7.4). */
export async function endChampion(ctx: Context, input: EndChampion) {
  const { championId, version, endedDay, reasons } = input;
  const seen = await getChampionToChange(ctx, championId);
  if (endedDay < seen.appointedDay)
    throw new FieldsRefused({ endedDay: ["Last day must be the same as or after the first"] });
  await change(ctx, seen, version, {
    ...{ endedOn: toDateColumn(endedDay), endedBecause: reasons },
    disposeOn: toDateColumn(addMonths(endedDay, keptYears * 12)),
  });
  await record(ctx, { type: "champion.ended", facts: { championId, endedDay } });
  return { championId };
}
