import type { CloseReason } from "@/lib/concerns/labels";
import { addDays, addWorkingDays, type Day } from "@/lib/dates";
import type { Worn } from "./accounts";
import type { Told } from "./referral";
import { wordsOf } from "./words";
import { aDataKey, column, during, played, type World } from "./world";

const noticed = [
  "Said in form time that “they should all be sent back”, and laughed when asked what was meant. Two others joined in.",
  "Asked the librarian for books about people who built their own weapons, and closed the laptop when somebody came near.",
  "Has stopped eating with friends, and was heard telling a younger student that school is “for sheep”.",
  "A drawing of a flag with a slogan was found on the back of a worksheet. The student says that it is from a game.",
  "Spoke of a man online who “tells the truth about women”, and would not work with a girl in the group.",
  "Was heard repeating a speech from a video in the dinner queue, word for word, to a group of four.",
];

const checks = [
  {
    spokenTo: "Form tutor",
    whatTheySaid: "It was the first time, and it came the day after the topic was on the news.",
    otherExplanation:
      "Repeating what was heard at home or on the news, without knowing what it means.",
  },
  {
    spokenTo: "The student's parent",
    whatTheySaid:
      "The family had noticed long evenings online, and had taken the laptop out of the room.",
    otherExplanation:
      "Loneliness since a friend moved away. The video is a way to belong somewhere.",
  },
  {
    spokenTo: "Head of year",
    whatTheySaid: "Two other students describe the same thing in their own words.",
    otherExplanation: "It could be a dare, since several of them were laughing.",
  },
];

const closings: { reason: CloseReason; words: string }[] = [
  {
    reason: "explained",
    words:
      "The drawing belongs to a game that the whole year group plays. The student explained it, the form tutor has seen the game, and nothing else was noticed in the three weeks that followed.",
  },
  {
    reason: "other_help",
    words:
      "The student is grieving and has begun to see the counsellor. The words were about that, the family agrees, and the counsellor will tell us if anything changes.",
  },
  {
    reason: "mistaken",
    words:
      "The words were a quotation from the play that the class is reading. Two members of staff who were there agree, and the person who reported it is content with that.",
  },
];

type AConcern = {
  on: Day;
  by: Worn;
  status: "noticed" | "checking" | "shared" | "closed";
  told?: Told;
};

function aConcern(world: World, { on, by, status, told }: AConcern): void {
  const { rows, chance, areaId } = world;
  const createdAt = during(world, on);
  const id = chance.id(createdAt);
  const dataKeyId = told?.dataKeyId ?? aDataKey(world, chance.id(createdAt), createdAt).id;
  const decidedOn = addWorkingDays(on, 4);
  const isDecided = status === "shared" || status === "closed";
  const closing = chance.pick(closings);
  const organisation = { areaId, organisationId: by.organisationId };
  rows.concern.push({
    id,
    ...organisation,
    createdByHatId: by.hatId,
    about: told
      ? `${told.story.forenames} ${told.story.surname}`
      : chance.pick(["A student in year 9", "A student in year 10", "A student in year 11"]),
    noticed: told
      ? `Somebody in the school ${wordsOf(told.story.concern).seen}.`
      : chance.pick(noticed),
    noticedOn: column(addDays(on, -1)),
    howKnown: chance.pick(["seen_or_heard", "told_by_other", "document"]),
    status,
    closeReason: status === "closed" ? closing.reason : null,
    outcomeReasons: isDecided
      ? told
        ? "Two people describe the same thing, it has happened more than once, and we cannot tell by ourselves how far it goes. The family knows that we are sharing it."
        : closing.words
      : null,
    decidedByHatId: isDecided ? by.hatId : null,
    decidedAt: isDecided ? during(world, told?.story.submittedOn ?? decidedOn) : null,
    referralId: told?.referralId ?? null,
    dataKeyId,
    createdAt,
  });
  if (status === "noticed") return;
  const addedAt = during(world, addWorkingDays(on, 1));
  rows.concernCheck.push({
    id: chance.id(addedAt),
    concernId: id,
    ...organisation,
    ...chance.pick(checks),
    addedByHatId: by.hatId,
    addedAt,
  });
}

/** What Oakfield and the NHS trust have noticed: new, being checked, closed, and shared. */
export function noticeConcerns(world: World, told: Told[]): void {
  const { today } = world;
  const lead = played(world, "lead");
  const agency = played(world, "agency");
  const ago = (days: number) => addDays(today, -days);
  for (const days of [1, 2, 5]) aConcern(world, { on: ago(days), by: lead, status: "noticed" });
  for (const days of [4, 8, 13]) aConcern(world, { on: ago(days), by: lead, status: "checking" });
  for (const days of [20, 41, 77, 120, 190, 260])
    aConcern(world, { on: ago(days), by: lead, status: "closed" });
  aConcern(world, { on: ago(3), by: agency, status: "noticed" });
  aConcern(world, { on: ago(60), by: agency, status: "closed" });
  const shared = told.filter(({ author }) => author.hatId === lead.hatId).slice(-5);
  for (const one of shared)
    aConcern(world, {
      on: addDays(one.story.submittedOn, -2),
      by: lead,
      status: "shared",
      told: one,
    });
}
