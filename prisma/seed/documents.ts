import { seal, sha256 } from "@/lib/crypto/vault";
import { addWorkingDays, dayOf } from "@/lib/dates";
import type { Worn } from "./accounts";
import type { Opened } from "./casework";
import { aChance } from "./chance";
import { during, played, type World } from "./world";

type Told = {
  title: string;
  audience: "all_partners" | "panel_members" | "chair_and_coordinator";
  by: (world: World, opened: Opened) => Worn;
  /** What each version says. */
  versions: string[];
};

const documents: Told[] = [
  {
    title: "Attendance report, autumn term",
    audience: "all_partners",
    by: (world) => played(world, "lead"),
    versions: [
      "Attendance fell from 94% to 71% between September and November.\n",
      "Attendance fell from 94% to 78% between September and November. Corrected by the school office.\n",
    ],
  },
  {
    title: "Chronology prepared for the panel",
    audience: "panel_members",
    by: (_, { coordinator }) => coordinator,
    versions: ["A summary of what has happened, in order, for the members of the panel.\n"],
  },
  {
    title: "Letter from the family’s solicitor",
    audience: "chair_and_coordinator",
    by: (_, { coordinator }) => coordinator,
    versions: ["The family asks to be told of the panel’s decision in writing.\n"],
  },
];

const casesTold = 25;

/** Documents on the newest cases, one of them in two versions, and one that few may see. */
export function addDocuments(world: World, cases: readonly Opened[]): void {
  const { rows, areaId, today } = world;
  const chance = aChance(20_260_503);
  for (const opened of cases.slice(-casesTold)) {
    const openedOn = dayOf(new Date(opened.row.openedAt));
    const on = addWorkingDays(openedOn, 3);
    if (on > today) continue;
    for (const told of chance.some(documents, chance.between(1, 3))) {
      const by = told.by(world, opened);
      const addedAt = during({ ...world, chance }, on);
      const id = chance.id(addedAt);
      const isSealed = told.audience === "chair_and_coordinator";
      const place = `documents.sealed_title.${id}`;
      rows.document.push({
        id,
        caseId: opened.caseId,
        areaId,
        suppliedById: by.organisationId,
        marking: "official_sensitive",
        audience: told.audience,
        title: isSealed ? null : told.title,
        sealedTitle: isSealed ? seal(opened.key, place, told.title) : null,
        addedByHatId: by.hatId,
        addedAt,
      });
      told.versions.forEach((text, index) => {
        const versionId = chance.id(addedAt);
        rows.documentVersion.push({
          id: versionId,
          documentId: id,
          caseId: opened.caseId,
          areaId,
          number: index + 1,
          why: index === 0 ? "first" : "corrected",
          contentType: "text/plain; charset=utf-8",
          bytes: Buffer.byteLength(text),
          sha256: sha256(text),
          sealed: seal(opened.key, `document_versions.sealed.${versionId}`, text),
          scan: "not_scanned",
          addedByHatId: by.hatId,
          addedAt: new Date(addedAt.getTime() + index * 60_000),
        });
      });
    }
  }
}
