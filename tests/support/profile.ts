import type { Actor } from "@/lib/access/actor";
import { addDays, toDateColumn } from "@/lib/dates";
import { owner } from "./owner";
import { today } from "./risks";

const words = "It is said here in as many words as the form asks for, and a few more besides.";

type Traits = {
  datedDay?: string;
  status?: "current" | "superseded";
  partnershipId?: string;
  isAccessReviewed?: boolean;
};

let counter = 0;

/** An edition of the profile in this co-ordinator's register. */
export async function anEdition(keeper: Actor, traits: Traits = {}) {
  const { areaId, hatId, organisationId } = keeper;
  const { datedDay = addDays(today, -20), status = "current", partnershipId = null } = traits;
  const added = { addedByHatId: hatId, addedAt: new Date() };
  const edition = await owner.profileEdition.create({
    data: {
      ...{ areaId, partnershipId, reference: `CTLP-T-${++counter}`, kind: "annual", status },
      ...{ period: "2026 to 2027", versionLabel: "1.0", producedById: organisationId },
      ...{ datedOn: toDateColumn(datedDay), heldAt: "The secure reading room", ...added },
      refreshDueOn: toDateColumn(addDays(datedDay, 90)),
    },
    select: { id: true, reference: true, areaId: true },
  });
  if (traits.isAccessReviewed)
    await owner.profileAccessReview.create({
      data: {
        ...{ editionId: edition.id, areaId, kept: 1, ended: 0, reasons: words },
        ...{ reviewedByHatId: hatId, reviewedAt: new Date() },
      },
    });
  return edition;
}

type AnEdition = Awaited<ReturnType<typeof anEdition>>;

export const aSummary = (
  { id: editionId, areaId }: AnEdition,
  { hatId }: Actor,
  isCleared = false,
) =>
  owner.profileSummary.create({
    data: {
      ...{
        editionId,
        areaId,
        number: 1,
        body: words,
        writtenByHatId: hatId,
        writtenAt: new Date(),
      },
      ...(isCleared && {
        ...{ clearedBy: "Head of unit", clearedOn: toDateColumn(today), clearedByHatId: hatId },
      }),
    },
    select: { id: true },
  });

export const aRecommendation = ({ id: editionId, areaId }: AnEdition, { hatId }: Actor) =>
  owner.profileRecommendation.create({
    data: {
      ...{ editionId, areaId, number: ++counter, text: "Brief every college." },
      ...{ addedByHatId: hatId, addedAt: new Date() },
    },
    select: { id: true },
  });

export const anAccessEntry = ({ areaId, organisationId, hatId }: Actor) =>
  owner.profileAccess.create({
    data: {
      ...{ areaId, organisationId, post: `Head of unit ${++counter}`, reason: words },
      ...{ addedByHatId: hatId, addedAt: new Date() },
    },
    select: { id: true, post: true },
  });
