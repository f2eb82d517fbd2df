import { seal } from "@/lib/crypto/vault";
import { addDays } from "@/lib/dates";
import { draftPlace } from "@/lib/referrals/drafts/queries";
import type { Answers } from "@/lib/referrals/schema";
import { aDataKey, during, played, type World } from "./world";

/** Two referrals that the safeguarding lead has begun: one nearly done, and one hardly. */
export function beginDrafts(world: World): void {
  aDraft(world, 2, {
    safety: { immediateDanger: "no", otherSafeguarding: "no" },
    person: {
      forenames: "Jarek",
      surname: "Inklethorpe",
      dateOfBirth: "14/9/2011",
      gender: "male",
    },
    concern: {
      whatHappened:
        "In the lunch queue Jarek told two younger students that “nobody should be let in any more”, and showed them a clip on his phone.",
    },
  });
  aDraft(world, 6, { safety: { immediateDanger: "no", otherSafeguarding: "yes" } });
}

function aDraft(world: World, daysAgo: number, answers: Answers): void {
  const { rows, chance, areaId, today } = world;
  const lead = played(world, "lead");
  const savedAt = during(world, addDays(today, -daysAgo));
  const id = chance.id(savedAt);
  const key = aDataKey(world, chance.id(savedAt), savedAt);
  const saves = Object.fromEntries(
    Object.keys(answers).map((page) => [page, { version: 1, editor: "first" }]),
  );
  const referrer = {
    name: lead.name,
    organisation: lead.organisation,
    sector: "education",
    contact: lead.email,
  };
  rows.referral.push({
    id,
    areaId,
    organisationId: lead.organisationId,
    createdById: lead.userId,
    createdByHatId: lead.hatId,
    dataKeyId: key.id,
    sealedDraft: seal(
      key,
      draftPlace(id),
      JSON.stringify({ answers: { ...answers, referrer }, saves }),
    ),
    draftSavedAt: savedAt,
    createdAt: savedAt,
  });
}
