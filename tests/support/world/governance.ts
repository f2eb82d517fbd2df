import { randomBytes, randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import type { Parties } from "@/lib/access/policy";
import type { Dice } from "./dice";
import { at, day, lay } from "./rows";

/**
 * Bodies of one area or of both, with who sits on them, who has and who will, and a meeting with all that hangs from
 * it. The second asks the first, about an item or about an action of a plan. What hangs from a body has its id.
 */
export function bodiesOf(
  random: Dice,
  areas: readonly { id: string }[],
  organisations: { id: string }[],
  actors: Actor[],
  plans: { id: string; parties: Parties }[],
  partnership: { id: string; areaIds: string[] },
) {
  const { hatId } = actors[0] as Actor;
  const [edited, added] = [
    { editedByHatId: hatId, editedAt: at },
    { addedByHatId: hatId, addedAt: at },
  ];
  const isTogether = partnership.areaIds.length > 0;
  const may = ["steering_member", "gold_reader", "agency_lead", "coordinator"];
  const areaId = random.pick(areas).id;
  const isShared = isTogether && random.chance(0.5);
  const ids = [randomUUID(), randomUUID()] as const;
  const made = ids.map((id, nth) => {
    const ownerOrganisationId = random.pick(organisations).id;
    const seats = random
      .some(
        actors.filter(({ role }) => may.includes(role)),
        0.5,
      )
      .map((actor) => ({
        ...{ actor, role: random.chance(0.4) ? "chair" : "member" },
        ...{ state: random.pick(["now", "over", "to_come"]), isDeputy: random.chance(0.3) },
      }));
    lay("governanceBody", {
      ...{ id, areaId, partnershipId: isShared ? partnership.id : null, kind: "steering" },
      ...{ name: id, purpose: "x", frequency: "quarterly", ...edited },
      parentId: nth === 1 ? ids[0] : null,
    });
    lay("governanceTerms", {
      ...{ id, bodyId: id, areaId, number: 1, bodyText: "x", adoptedOn: day, adoptedBy: "x" },
      ...{ writtenByHatId: hatId, writtenAt: at },
    });
    lay("governanceMember", [
      {
        ...{ id, bodyId: id, areaId, role: "adviser", organisationId: ownerOrganisationId },
        ...{ hatId: null, deputyHatId: null, deputyName: null, name: "x", post: "x" },
        ...{ fromOn: day, untilOn: null, ...edited },
      },
      ...seats.map(({ actor, role, state, isDeputy }) => ({
        ...{ id: randomUUID(), bodyId: id, areaId, role, organisationId: actor.organisationId },
        ...(isDeputy
          ? { hatId: null, deputyHatId: actor.hatId, deputyName: "x" }
          : { hatId: actor.hatId, deputyHatId: null, deputyName: null }),
        ...{ name: "x", post: "x", fromOn: state === "to_come" ? new Date("2999-01-01") : day },
        ...{ untilOn: state === "over" ? day : null, ...edited },
      })),
    ]);
    lay("governanceMeeting", {
      ...{ id, bodyId: id, areaId, startsAt: at, place: "x", calledByHatId: hatId, calledAt: at },
    });
    const hangs = { bodyId: id, areaId, meetingId: id };
    lay("governanceItem", {
      ...{ id, ...hangs, position: 1, kind: "other", title: "x", isExempt: false, ...added },
    });
    lay("governancePaper", {
      ...{ id, itemId: id, ...hangs, title: "x", marking: "official", isFile: true, ...added },
    });
    lay("dataKey", {
      ...{ id, areaId, bodyId: id, wrapped: new Uint8Array(randomBytes(4)), wrappingVersion: 1 },
    });
    lay("governanceFile", {
      ...{ paperId: id, dataKeyId: id, ...hangs, name: "x", contentType: "x", bytes: 1 },
      ...{ sha256: "x", sealed: new Uint8Array(randomBytes(4)), scan: "clean", ...added },
    });
    lay("governanceAttendance", {
      ...{ memberId: id, ...hangs, state: "present", notedByHatId: hatId, notedAt: at },
    });
    lay("governanceAddendum", {
      ...{ id, ...hangs, text: "x", writtenByHatId: hatId, writtenAt: at },
    });
    lay("action", {
      ...{ id, areaId, kind: "governance", bodyId: id, governanceItemId: id, title: "x" },
      ...{ ownerOrganisationId, dueOn: day, firstDueOn: day, ...added },
    });
    const sitting = seats.filter(({ state }) => state === "now");
    const parties: Parties = {
      ...{ areaId, planAreaIds: isShared ? partnership.areaIds : [areaId] },
      neighbourAreaIds: isTogether ? partnership.areaIds : [areaId],
      sittingHatIds: sitting
        .filter(({ actor }) => actor.role !== "coordinator")
        .map(({ actor }) => actor.hatId),
    };
    return { id, parties, ownerOrganisationId };
  });
  const [upper, lower] = ids;
  const plan = random.chance(0.5) ? random.pick(plans) : null;
  lay("governanceEscalation", {
    ...{ id: lower, areaId, fromBodyId: lower, toBodyId: upper, title: "x", question: "x" },
    ...(plan ? { actionId: plan.id } : { itemId: lower }),
    ...{ options: "x", recommendation: "x", raisedByHatId: hatId, raisedAt: at },
  });
  return made.map((body) => ({ ...body, lower, planParties: plan?.parties ?? null }));
}
