import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import type { Parties } from "@/lib/access/policy";
import type { Dice } from "./dice";
import { at, day, lay } from "./rows";

/** Reports that are written, sent and published, with a hat named on some; and what government asked, likewise. */
export function papersOf(
  random: Dice,
  areas: readonly { id: string }[],
  actors: Actor[],
  bodies: readonly { id: string; parties: Parties }[],
) {
  const hatId = (actors[0] as Actor).hatId;
  const edited = { editedByHatId: hatId, editedAt: at };
  const added = { addedByHatId: hatId, addedAt: at };
  const reports = (["draft", "in_approval", "published"] as const).map((status) => {
    const id = randomUUID();
    const areaId = random.pick(areas).id;
    const approverHatIds = random.chance(0.5) ? [random.pick(actors).hatId] : [];
    const over = bodies.filter(({ parties }) => parties.planAreaIds?.includes(areaId));
    const body = random.chance(0.7) ? over[0] : undefined;
    lay("boardReport", {
      ...{ id, areaId, reference: id, template: "board", title: "x", board: "x", author: "x" },
      ...{ purpose: "decision", contact: "x", status, approverHatIds, ...added, ...edited },
      ...{ latestVersion: 1, bodyId: body?.id ?? null },
      ...(status === "published" && { publishedOn: day, publishedByHatId: hatId }),
    });
    const row = { id, reportId: id, areaId };
    lay("reportSection", { ...row, code: "summary", position: 0, ...edited });
    lay("reportApprover", {
      ...{ ...row, role: "legal", post: "x", hatId: approverHatIds[0] ?? null },
      ...{ namedByHatId: hatId, namedAt: at },
    });
    lay("reportApproval", {
      ...{ ...row, approverId: id, versionNumber: 1, name: "x", givenOn: day },
      ...{ recordedByHatId: hatId, recordedAt: at },
    });
    const made = { reportId: id, areaId, number: 1, content: {}, madeByHatId: hatId, madeAt: at };
    const publicId = randomUUID();
    lay("reportVersion", { ...made, id, part: "full" });
    lay("reportVersion", { ...made, id: publicId, part: "public" });
    const parties: Parties = {
      ...{ ...body?.parties, boardAreaId: body?.parties.areaId },
      ...{ areaId, planAreaIds: [areaId], namedHatIds: approverHatIds },
      ...{ isDraft: status === "draft", isApproved: status === "published" },
    };
    return { id, publicId, parties };
  });
  const consultations = (["open", "submitted"] as const).map((status) => {
    const id = randomUUID();
    const areaId = random.pick(areas).id;
    const contributor = random.pick(actors).hatId;
    lay("consultation", {
      ...{ id, areaId, reference: id, title: "x", askedBy: "x", about: "x", status },
      ...{ closesOn: day, contributeBy: day, contributorHatIds: [contributor] },
      ...(status === "submitted" && {
        ...{ signedBy: "x", signedOn: day, submittedOn: day, submittedByHatId: hatId },
        ...{ submittedAt: at, receipt: "x", submitted: {} },
      }),
      ...{ ...added, ...edited },
    });
    const row = { id, consultationId: id, areaId };
    lay("consultationQuestion", { ...row, number: 1, text: "x", ...edited });
    lay("consultationContributor", {
      ...{ ...row, hatId: contributor, askedByHatId: hatId, askedAt: at },
    });
    lay("consultationAnswer", {
      ...{ ...row, questionId: id, hatId: contributor, body: "x", saidAt: at },
    });
    const parties: Parties = {
      ...{ areaId, planAreaIds: [areaId], namedHatIds: [contributor] },
      isApproved: status === "submitted",
    };
    return { id, parties };
  });
  return { reports, consultations };
}
