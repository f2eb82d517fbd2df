import type { Sector } from "@/lib/champions/labels";
import { addDays, addMonths } from "@/lib/dates";
import { aChance } from "./chance";
import { forenames, surnames } from "./names";
import { at, column, columnOrNull, played, type World } from "./world";

type Organisation = { name: string; sector: Sector; count: number; posts: readonly string[] };

/** Where champions are. The prison has none, which the register shows as a gap (1.11). */
const organisations: readonly Organisation[] = [
  {
    ...{ name: "Northbridge City Council", sector: "council", count: 10 },
    posts: ["Housing officer", "Library manager", "Community safety officer", "Licensing officer"],
  },
  {
    ...{ name: "Wyvern Police", sector: "police", count: 5 },
    posts: ["Neighbourhood sergeant", "Schools officer", "Custody inspector"],
  },
  {
    ...{ name: "Northbridge NHS Foundation Trust", sector: "health", count: 12 },
    posts: [
      "Named nurse for safeguarding",
      "Ward manager",
      "Community midwife",
      "Mental health lead",
    ],
  },
  {
    ...{ name: "Wyvern Probation", sector: "probation", count: 4 },
    posts: ["Senior probation officer", "Practice lead"],
  },
  {
    ...{ name: "Northbridge Youth Justice Service", sector: "youth_justice", count: 3 },
    posts: ["Team manager", "Education worker"],
  },
  {
    ...{ name: "Oakfield Academy", sector: "schools", count: 6 },
    posts: ["Designated safeguarding lead", "Head of year", "Governor for safeguarding"],
  },
  {
    ...{ name: "Northbridge College", sector: "further_higher", count: 6 },
    posts: ["Head of student services", "Chaplaincy co-ordinator", "Safeguarding officer"],
  },
  {
    ...{ name: "Harbour Community Trust", sector: "voluntary", count: 5 },
    posts: ["Youth work lead", "Volunteer co-ordinator", "Trustee for safeguarding"],
  },
];

const months = 24;

/** Fifty-one people who speak for Prevent at work, some run out, some soon to, a few who have stepped down (8.7). */
export function makeChampions(town: World): void {
  // Dice of its own, so that the rest of the town falls as it did without it.
  const world = { ...town, chance: aChance(20_260_922) };
  for (const organisation of organisations)
    for (let index = 0; index < organisation.count; index++) addOne(world, organisation, index);
}

function addOne(world: World, { name: place, sector, posts }: Organisation, index: number): void {
  const { rows, areaId, places, today, chance } = world;
  const { hatId } = played(world, "prevent");
  const forename = chance.pick([...forenames.male, ...forenames.female]);
  const surname = chance.pick(surnames);
  const appointed = addDays(today, -chance.between(40, 700));
  const expires = addMonths(appointed, months);
  // Every seventh was not renewed in time, and every eleventh soon has to be.
  const runsOut = index % 7 === 5 ? addDays(today, -chance.between(5, 90)) : expires;
  const soon = index % 11 === 2 ? addDays(today, chance.between(3, 55)) : runsOut;
  const isEnded = index === 3 && sector !== "probation";
  const isTrained = chance.is(0.8);
  const email = `${forename}.${surname}@${place.split(" ").at(-1)}.example`.toLowerCase();
  const addedAt = at(appointed, 11);
  rows.champion.push({
    ...{ areaId, organisationId: places.organisationId[place] as string, sector },
    ...{ kind: index % 4 === 1 ? "external" : "internal", name: `${forename} ${surname}` },
    ...{ post: posts[index % posts.length] as string, contact: email },
    ...{ appointedOn: column(appointed), expiresOn: column(soon) },
    course: isTrained
      ? chance.pick(["WRAP", "National awareness course", "Referrals course"])
      : null,
    trainedUntil: isTrained ? column(addDays(today, chance.between(-60, 500))) : null,
    lastContactOn: columnOrNull(chance.is(0.85) ? addDays(today, -chance.between(3, 35)) : null),
    ...(isEnded && {
      ...{ endedOn: column(addDays(today, -9)), endedBecause: "Has moved to another post." },
      disposeOn: column(addMonths(addDays(today, -9), 36)),
    }),
    ...{ addedByHatId: hatId, addedAt, editedByHatId: hatId, editedAt: addedAt },
  });
}
