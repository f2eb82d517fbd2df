import type { Need, NeedCertainty, NeedKind } from "@/lib/cases/needs/labels";
import { addDays, addWorkingDays, dayOf } from "@/lib/dates";
import type { Opened } from "./casework";
import { aChance } from "./chance";
import { column, during, type World } from "./world";

type Said = {
  kind: NeedKind;
  need?: Need;
  certainty: NeedCertainty;
  words: string;
  source: string;
};

const needs: Said[] = [
  {
    kind: "need",
    need: "mental_health",
    certainty: "known",
    words:
      "Low mood since the spring, and poor sleep. Waits to be seen by the young people’s team.",
    source: "The family doctor’s letter",
  },
  {
    kind: "need",
    need: "neurodiversity",
    certainty: "suspected",
    words: "Takes what is said literally, and finds breaks between lessons hard. Not assessed yet.",
    source: "The special needs coordinator",
  },
  {
    kind: "need",
    need: "bullying",
    certainty: "known",
    words: "Was called names on the bus for most of last year, and has stopped taking it.",
    source: "The person and the school agree",
  },
  {
    kind: "need",
    need: "trauma",
    certainty: "suspected",
    words: "Lost a grandparent to whom they were close, and does not talk about it.",
    source: "An aunt, by telephone",
  },
];
const strengths: Said[] = [
  {
    kind: "protective",
    certainty: "known",
    words: "Plays five-a-side every Thursday, and trusts the coach.",
    source: "The club",
  },
  {
    kind: "protective",
    certainty: "known",
    words: "Close to an older sister, who is steady and speaks with them most days.",
    source: "The family",
  },
  {
    kind: "protective",
    certainty: "suspected",
    words: "Wants to train as an electrician, and might take a place at college.",
    source: "The form tutor",
  },
];
const personViews: Said[] = [
  {
    kind: "person_view",
    certainty: "known",
    words: "“I was winding people up. I did not mean it, and I would like the lads to drop it.”",
    source: "Said to the coordinator at home",
  },
  {
    kind: "person_view",
    certainty: "known",
    words: "“Nobody asks what I think. I would talk to somebody if it is not at school.”",
    source: "Said to the form tutor",
  },
];
const familyViews: Said[] = [
  {
    kind: "family_view",
    certainty: "known",
    words:
      "Worried about the hours online, and would welcome help. Feels that the school was slow.",
    source: "The mother, at home",
  },
  {
    kind: "family_view",
    certainty: "known",
    words: "Thinks that it was a joke that went too far, and will support whatever is offered.",
    source: "The father, by telephone",
  },
];
const professionalViews: Said[] = [
  {
    kind: "professional_view",
    certainty: "suspected",
    words: "Isolation seems to come before the interest, and not the other way round.",
    source: "The coordinator’s own view",
  },
];

const casesTold = 40;

/** What somebody needs and what is thought of it, on the newest cases. By dice of its own: the rest falls as before. */
export function tellNeeds(world: World, cases: readonly Opened[]): void {
  const { rows, areaId, today } = world;
  const chance = aChance(20_260_501);
  for (const opened of cases.slice(-casesTold)) {
    const openedOn = dayOf(new Date(opened.row.openedAt));
    const told = [
      ...chance.some(needs, chance.between(1, 2)),
      chance.pick(strengths),
      chance.pick(personViews),
      chance.pick(familyViews),
      ...professionalViews,
    ];
    for (const said of told) {
      const on = addWorkingDays(openedOn, chance.between(1, 8));
      if (on > today) continue;
      const writtenAt = during({ ...world, chance }, on);
      const entryId = chance.id(writtenAt);
      rows.needEntry.push({
        ...said,
        id: entryId,
        entryId,
        version: 1,
        caseId: opened.caseId,
        areaId,
        datedOn: column(addDays(on, -chance.between(0, 6))),
        writtenByHatId: opened.coordinator.hatId,
        writtenAt,
      });
    }
  }
}
