import type { Knows, Relation, Safety } from "@/lib/cases/around/labels";
import { seal } from "@/lib/crypto/vault";
import { addWorkingDays, dayOf } from "@/lib/dates";
import type { Opened } from "./casework";
import { aChance } from "./chance";
import { forenames, surnames } from "./names";
import { during, type World } from "./world";

type Around = {
  relation: Relation;
  gender: "male" | "female";
  isFamily?: boolean;
  livesWith?: boolean;
  organisation?: string;
  safeToContact: Safety;
  safetyNote?: string;
  knows: Knows;
};

const around: Around[] = [
  {
    relation: "mother",
    gender: "female",
    isFamily: true,
    livesWith: true,
    safeToContact: "yes",
    knows: "knows",
  },
  {
    relation: "father",
    gender: "male",
    isFamily: true,
    safeToContact: "with_care",
    safetyNote: "Lives apart. Ring him after six, and not on the number that the family shares.",
    knows: "does_not_know",
  },
  {
    relation: "sibling",
    gender: "female",
    isFamily: true,
    livesWith: true,
    safeToContact: "not_known",
    knows: "not_known",
  },
  {
    relation: "teacher",
    gender: "female",
    organisation: "Northbridge College",
    safeToContact: "yes",
    knows: "knows",
  },
  {
    relation: "health_worker",
    gender: "male",
    organisation: "Community mental health team",
    safeToContact: "yes",
    knows: "not_known",
  },
  {
    relation: "youth_worker",
    gender: "male",
    organisation: "Five-a-side club",
    safeToContact: "yes",
    knows: "does_not_know",
  },
  {
    relation: "friend",
    gender: "male",
    safeToContact: "no",
    safetyNote: "The person has asked that their friends are left out of it.",
    knows: "does_not_know",
  },
];

const casesTold = 30;

/** The people around the person on the newest cases, each sealed with the case. */
export function tellAround(world: World, cases: readonly Opened[]): void {
  const { rows, areaId, today } = world;
  const chance = aChance(20_260_502);
  for (const opened of cases.slice(-casesTold)) {
    const openedOn = dayOf(new Date(opened.row.openedAt));
    const on = addWorkingDays(openedOn, 2);
    if (on > today) continue;
    for (const one of chance.some(around, chance.between(3, 6))) {
      const { gender, isFamily, organisation = null, safetyNote = null, ...codes } = one;
      const writtenAt = during({ ...world, chance }, on);
      const id = chance.id(writtenAt);
      const surname = isFamily ? opened.story.surname : chance.pick(surnames);
      const number = String(chance.between(0, 999)).padStart(3, "0");
      const who = {
        name: `${chance.pick(forenames[gender])} ${surname}`,
        organisation,
        contact: one.safeToContact === "no" ? null : `01632 960${number}`,
        safetyNote,
      };
      rows.personAround.push({
        ...codes,
        id,
        caseId: opened.caseId,
        areaId,
        sealed: seal(opened.key, `people_around.sealed.${id}`, JSON.stringify(who)),
        writtenByHatId: opened.coordinator.hatId,
        writtenAt,
      });
    }
  }
}
