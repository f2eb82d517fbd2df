import type { PostKind } from "@/lib/areas/labels";
import { addDays, addMonths, financialYearOf } from "@/lib/dates";
import { aChance } from "./chance";
import { at, column, played, type World } from "./world";

const council = "northbridge.example";

type Post = { kind: PostKind; name: string; about: string; mail: string; from: number };
type Gone = { until: number; why: string; before: { mail: string; days: number } };

const posts: readonly (Post & Partial<Gone>)[] = [
  {
    ...{ kind: "executive_lead", name: "Rosalind Garthwell", mail: "r.garthwell", from: -900 },
    ...{ about: "Director of communities", until: -260, why: "Left the council." },
  },
  {
    ...{ kind: "executive_lead", name: "Tobias Merefold", mail: "t.merefold", from: -259 },
    about: "Director of communities and safety",
  },
  {
    ...{ kind: "prevent_lead", name: "Priya Oldacre", mail: "prevent", from: -640 },
    about: "Prevent co-ordinator, city council",
  },
  {
    ...{ kind: "team", name: "Prevent team", mail: "prevent.team", from: -640 },
    about: "Keeps the plan, the projects, the training and the registers.",
  },
  {
    ...{ kind: "team", name: "Channel support team", mail: "channel", from: -640 },
    about: "Runs the panel and co-ordinates support.",
    before: { mail: "safeguarding.desk", days: 120 },
  },
  {
    ...{ kind: "team", name: "Community engagement team", mail: "engagement", from: -400 },
    about: "Works with neighbourhoods, faith bodies and sports clubs.",
  },
];

/** What the area says of itself: its status over three years, who leads, which teams there are (3.7). */
export function makeAreas(world: World): void {
  const { rows, areaId, today } = world;
  const { hatId } = played(world, "prevent");
  // Dice of its own, so that the rest of the town falls as it did without it.
  const chance = aChance(20_261_124);
  for (const [back, status, source] of [
    [2, "not_priority", "Home Office letter of November, two years ago"],
    [1, "priority", "Home Office letter of last November"],
    [0, "priority", "Home Office letter of this year’s prioritisation"],
  ] as const) {
    const yearDay = addMonths(financialYearOf(today), -12 * back);
    rows.areaPriority.push({
      ...{ areaId, yearOn: column(yearDay), status, source },
      ...{ recordedByHatId: hatId, recordedAt: at(addDays(yearDay, -100), 11) },
    });
  }
  for (const { kind, name, about, mail, from, until, why, before } of posts) {
    const id = before && chance.id(at(addDays(today, from), 10));
    const changed = before && {
      ...{ version: 2, editedByHatId: hatId, editedAt: at(addDays(today, -before.days), 11) },
    };
    rows.areaPost.push({
      ...{ id, ...changed, areaId, kind, name, about, contact: `${mail}@${council}` },
      ...{ fromOn: column(addDays(today, from)), addedByHatId: hatId },
      addedAt: at(addDays(today, from), 10),
      ...(until && {
        ...{ untilOn: column(addDays(today, until)), endedBecause: why, endedByHatId: hatId },
      }),
    });
    if (id && before)
      rows.areaPostContact.push({
        ...{ postId: id, areaId, contact: `${before.mail}@${council}` },
        ...{ replacedByHatId: hatId, replacedAt: at(addDays(today, -before.days), 11) },
      });
  }
}
