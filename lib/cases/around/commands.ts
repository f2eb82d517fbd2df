import "server-only";

import { record } from "@/lib/audit/record";
import { knowsLabels, relations, safetyLabels } from "@/lib/cases/around/labels";
import { getDataKey } from "@/lib/crypto/queries";
import { type DataKey, seal } from "@/lib/crypto/vault";
import { formatInstant } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Overtaken, RuleBroken } from "@/lib/errors";
import {
  aroundPlace,
  getAroundToChange,
  getCaseForAround,
  mostAround,
  type Sealed,
} from "./queries";
import type { AddAround, ChangeAround } from "./schema";

type Known = Omit<AddAround, "caseId">;

const sealedOf = (key: DataKey, id: string, known: Known) => {
  const { name, organisation, contact, safetyNote } = known;
  const who: Sealed = { name, organisation, contact, safetyNote };
  return seal(key, aroundPlace(id), JSON.stringify(who));
};

/** What stands beside it in clear: codes, by which nobody can be found. */
const codesOf = ({ relation, safeToContact, knows, livesWith }: Known) => ({
  relation,
  safeToContact,
  knows,
  livesWith,
});

export async function addAround(ctx: Context, { caseId, ...known }: AddAround) {
  const { actor, tx, now } = ctx;
  const { areaId, dataKeyId, reference } = await getCaseForAround(ctx, caseId);
  const there = await tx.personAround.count({ where: { caseId, removedAt: null } });
  if (there >= mostAround)
    throw new RuleBroken(`A case holds at most ${mostAround} people around somebody.`);
  const id = crypto.randomUUID();
  const key = await getDataKey(ctx, dataKeyId);
  await tx.personAround.createMany({
    data: {
      id,
      caseId,
      areaId,
      ...codesOf(known),
      sealed: sealedOf(key, id, known),
      writtenByHatId: actor.hatId,
      writtenAt: now,
    },
  });

  const { relation } = known;
  await record(ctx, { type: "around.added", dataKeyId, facts: { aroundId: id, relation } });
  return { reference };
}

/** Changes what is kept of somebody; or removes them, and then who they were is gone. */
export async function changeAround(ctx: Context, input: ChangeAround) {
  const { actor, tx, now } = ctx;
  const { aroundId, version, stays, ...known } = input;
  const was = await getAroundToChange(ctx, aroundId);
  const { dataKeyId, reference } = was.case;
  const kept = { ...codesOf(known), sealed: sealedOf(was.key, aroundId, known) };
  const { count } = await tx.personAround.updateMany({
    where: { id: aroundId, version, removedAt: null },
    data: {
      ...(stays ? kept : { sealed: null, removedAt: now }),
      version: version + 1,
      writtenByHatId: actor.hatId,
      writtenAt: now,
    },
  });
  if (count === 0) throw overtakenBy(was);

  const type = stays ? "around.changed" : "around.removed";
  await record(ctx, { type, dataKeyId, facts: { aroundId, relation: known.relation } });
  return { reference, stays };
}

function overtakenBy(was: Awaited<ReturnType<typeof getAroundToChange>>): Overtaken {
  const fields = [
    { name: "name", label: "Name", theirs: was.name },
    { name: "relation", label: "Who they are", theirs: was.relation, choices: relations },
    { name: "organisation", label: "Organisation", theirs: was.organisation ?? "" },
    { name: "contact", label: "How to reach them", theirs: was.contact ?? "" },
    {
      name: "safeToContact",
      label: "Safe to contact",
      theirs: was.safeToContact,
      choices: safetyLabels,
    },
    { name: "safetyNote", label: "What to mind", theirs: was.safetyNote ?? "" },
    { name: "knows", label: "What they know", theirs: was.knows, choices: knowsLabels },
  ];
  return new Overtaken(was.writtenBy, `on ${formatInstant(was.writtenAt)}`, fields, was.version);
}
