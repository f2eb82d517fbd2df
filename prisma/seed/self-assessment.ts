import type { SchemeCode } from "@/lib/benchmarks/labels";
import { yearOf, yearsToAssess } from "@/lib/benchmarks/rules";
import { schemeOn } from "@/lib/benchmarks/schemes/rules";
import { addDays, type Day } from "@/lib/dates";
import { figureOf, figureText } from "@/lib/training/rules";
import { aChance } from "./chance";
import { at, column, played, type World } from "./world";

const council = "Northbridge City Council";
const police = "Wyvern Police";
const college = "Northbridge College";
const trust = "Northbridge NHS Foundation Trust";

const why = [
  "Nobody has been named for it yet, and it is in no plan.",
  "It has been agreed that it is needed, and somebody is named for it.",
  "It is done in some places, and depends on who is at work that day.",
  "It is done everywhere that the duty asks for it, and is looked at every quarter.",
  "It is done everywhere, and others have come to see how.",
  "It is done everywhere, and is what others in the region now follow.",
];

/** Two years of the toolkit, half a round of the duty, a return of 2009, what was done together, and one change of guidance. */
export function makeSelfAssessments(town: World): void {
  // Dice of its own, so that the rest of the town falls as it did without it.
  const world = { ...town, chance: aChance(20_261_122) };
  const [now = 0, last = 0, before = 0] = yearsToAssess(world.today);
  const { partnershipId } = world.places;
  const shared = { partnershipId, scheme: "toolkit" as const };
  make(world, { ...shared, year: before, levels: [2, 2, 3, 3, 3, 1, 2, 2] });
  make(world, { ...shared, year: last, levels: [3, 3, 3, 4, 3, 2, 2, 3], receipt: "RPT-0418" });
  make(world, { scheme: "channel_assurance", year: now, levels: [3, 3, 2] });
  make(world, { scheme: "ni35", year: 2009, levels: [3, 3, 4, 2], receipt: "DH-2010-35-0117" });
  for (const [name, levels] of [
    [council, [3, 3, 2, 3, 3, 2, 3, 3, 2, 3]],
    [police, [3, 3, 3, 3, 3, 3, 3, 2, 3, 3]],
    [college, [2, 1, 2, 2]],
    [trust, [3, 2]],
  ] as const)
    make(world, { scheme: "duty", year: now, levels, whose: name });
  showTraining(world);
  logWhatWasDone(world);
  changeGuidance(world);
}

/** What the training register says shows twice how far it is: for the partnership, and for the trust (2.6). */
function showTraining({ rows, areaId, places, chance }: World): void {
  const group = rows.trainingRoleGroup.find(({ name }) => name === "Safeguarding leads");
  const course = rows.trainingCourse.find(({ name }) => name === "Prevent referrals");
  const need = rows.trainingRequirement.find(
    ({ roleGroupId, courseId }) => roleGroupId === group?.id && courseId === course?.id,
  );
  for (const [criterion, whose] of [
    ["training", null],
    ["build_capability", places.organisationId[trust] as string],
  ] as const) {
    const round = rows.benchmarkAssessment.findLast(
      ({ id, organisationId }) =>
        organisationId === whose &&
        rows.benchmarkAnswer.some((one) => one.assessmentId === id && one.criterion === criterion),
    );
    const answer = rows.benchmarkAnswer.find(
      (one) => one.assessmentId === round?.id && one.criterion === criterion,
    );
    if (!group || !course || !need?.target || !answer) throw new Error("There is no training.");
    const declared = rows.trainingDeclaration.filter(
      ({ requirementId, organisationId }) =>
        requirementId === need.id && (whose === null || organisationId === whose),
    );
    // The last of each counts. One partner, of whom nothing is known, has declared nothing.
    const said = new Map(declared.map((one) => [one.organisationId, { ...one, ...unknownDay }]));
    const silent = whose ? [] : [{ inScope: null, trained: null, ...unknownDay }];
    const figure = figureText(figureOf([...said.values(), ...silent], need.target));
    rows.benchmarkEvidence.push({
      ...{ id: chance.id(answer.editedAt as Date), answerId: answer.id as string, areaId },
      ...{ assessmentId: answer.assessmentId, kind: "training_figure", requirementId: need.id },
      ...{ title: `${group.name}: ${course.name}`, place: "Training register", figure },
      ...{ datedOn: answer.editedAt as Date, addedByHatId: answer.editedByHatId },
      addedAt: answer.editedAt as Date,
    });
  }
}

const unknownDay = { asAtDay: null, isStale: false };

type One = {
  scheme: SchemeCode;
  year: number;
  /** One for each criterion, in order. Where they are fewer, the rest waits, and it is not submitted. */
  levels: readonly number[];
  partnershipId?: string;
  whose?: string;
  receipt?: string;
};

function make(world: World, { scheme: code, year, levels, whose, ...one }: One): void {
  const { rows, areaId, places, today, chance } = world;
  const { hatId } = played(world, "prevent");
  const { start, end } = yearOf(year);
  const scheme = schemeOn(code, code === "ni35" ? start : end);
  if (!scheme) throw new Error(`There was no ${code} in ${year}.`);
  const startedOn = addDays(today, year >= Number(today.slice(0, 4)) - 1 ? -40 : -300);
  const startedAt = at(startedOn, 10);
  const submittedOn = code === "ni35" ? "2010-04-20" : addDays(startedOn, 25);
  const isWhole = levels.length === scheme.criteria.length;
  const id = chance.id(startedAt);
  const organisationId = whose ? (places.organisationId[whose] as string) : null;
  rows.benchmarkAssessment.push({
    ...{ id, areaId, partnershipId: one.partnershipId ?? null, organisationId },
    ...{ scheme: code, schemeVersion: scheme.version, startedByHatId: hatId, startedAt },
    ...{ periodStart: column(start), periodEnd: column(end) },
    ...(isWhole && {
      ...{ status: "submitted", submittedOn: column(submittedOn), submittedByHatId: hatId },
      statement: "Agreed by the steering group, which looks at the low levels at its next meeting.",
    }),
    ...(isWhole &&
      one.receipt && {
        uploadedOn: column(code === "ni35" ? "2010-04-23" : addDays(submittedOn, 2)),
        ...{ receiptReference: one.receipt, receiptByHatId: hatId },
      }),
  });
  scheme.criteria.forEach(({ code: criterion, title, wanted }, position) => {
    const level = levels[position];
    const answerId = chance.id(startedAt);
    rows.benchmarkAnswer.push({
      ...{ id: answerId, assessmentId: id, areaId, criterion, position, wording: title },
      ...{ editedByHatId: hatId, editedAt: at(addDays(startedOn, 9), 11) },
      ...(level !== undefined && {
        ...{ level, answer: why[level] as string, ownerRole: "Head of safeguarding" },
        ownerOrganisationId: organisationId ?? (places.organisationId[council] as string),
      }),
    });
    if (level !== undefined && level >= 3)
      rows.benchmarkEvidence.push({
        ...{ id: chance.id(startedAt), answerId, assessmentId: id, areaId, kind: "document" },
        ...{
          title: wanted.replace(/\.$/, ""),
          place: "With the co-ordinator",
          datedOn: column(datedOn(code, startedOn)),
        },
        ...{ addedByHatId: hatId, addedAt: at(addDays(startedOn, 9), 12) },
      });
    if (code === "toolkit" && level === 2) challenge(world, { answerId, id, on: startedOn });
  });
}

const datedOn = (code: SchemeCode, startedOn: Day): Day =>
  code === "ni35" ? "2010-03-12" : addDays(startedOn, -20);

type Challenged = { answerId: string; id: string; on: Day };

function challenge(world: World, { answerId, id, on }: Challenged): void {
  const { rows, areaId, places, chance } = world;
  const { hatId } = played(world, "prevent");
  const peer = played(world, "steering");
  rows.benchmarkChallenge.push({
    ...{ id: chance.id(at(on, 10)), answerId, assessmentId: id, areaId, verdict: "agree" },
    note: "We see the same from our side. It works in the city, and less well in the county.",
    ...{ organisationId: places.organisationId[police] as string, challengedByHatId: peer.hatId },
    challengedOn: column(addDays(on, 14)),
    ...{ reply: "Thank you. It goes into the plan.", repliedByHatId: hatId },
    repliedOn: column(addDays(on, 16)),
  });
}

function logWhatWasDone(world: World): void {
  const { rows, areaId, places, today, chance } = world;
  const { hatId } = played(world, "prevent");
  const keyOf = (name: string) => places.organisationId[name] as string;
  for (const [days, whose, partners, what, place] of [
    [
      20,
      council,
      [police, college],
      "Leaflets on two campuses were looked at together, and who takes them down was agreed.",
      "Note of the safety partnership, with the council",
    ],
    [
      70,
      trust,
      [council],
      "Four half-day sessions for safeguarding leads were held with the council's trainers.",
      "Attendance sheets, with the trust",
    ],
    [
      130,
      college,
      [police, council],
      "The speaker policy of the college was reviewed with the police and the council.",
      "Minutes of the governors, with the college",
    ],
    [
      400,
      police,
      [council, trust],
      "Partners were briefed on the local profile, each by those who may read it.",
      "Briefing log, with the police",
    ],
  ] as const) {
    const day = addDays(today, -days);
    rows.cooperationEntry.push({
      ...{ id: chance.id(at(day, 15)), areaId, organisationId: keyOf(whose), what, place },
      ...{ partnerIds: partners.map(keyOf), happenedOn: column(day) },
      ...{ loggedByHatId: hatId, loggedAt: at(addDays(day, 1), 10) },
    });
  }
}

function changeGuidance(world: World): void {
  const { rows, areaId, places, today, chance } = world;
  const { hatId } = played(world, "prevent");
  const recordedOn = addDays(today, -100);
  const id = chance.id(at(recordedOn, 10));
  rows.guidanceEdition.push({
    ...{ id, areaId, title: "Prevent duty guidance for specified authorities" },
    ...{ versionLabel: "Local summary, second version", recordedByHatId: hatId },
    ...{ publishedOn: column(addDays(today, -112)), inForceOn: column(addDays(today, -60)) },
    summary:
      "What is asked of leaders is set out item by item, and reducing permissive environments has a part of its own. Authorities look again at who answers for the duty.",
    criteria: ["duty.implement", "duty.understand_risk", "toolkit.permissive_environments"],
    recordedAt: at(recordedOn, 10),
  });
  const answered = {
    outcome: "no_gap",
    reasons: "The policy names the post that answers for the duty, and was read again in spring.",
    ...{ answeredOn: column(addDays(today, -50)), answeredByHatId: hatId },
  };
  const gap = {
    outcome: "gap",
    reasons: "Nobody senior has looked at room bookings since the policy was written.",
    planned: "The head of property reports on bookings to the board every quarter.",
    ...{ plannedBy: column(addDays(today, 45)), answeredByHatId: hatId },
    answeredOn: column(addDays(today, -30)),
  };
  for (const [name, answer] of [
    [police, answered],
    [council, gap],
    [trust, {}],
    [college, {}],
    ["Oakfield Academy", {}],
    ["Wyvern Probation", answered],
    ["Northbridge Youth Justice Service", {}],
    ["HMP Marlow Vale", {}],
  ] as const)
    rows.gapReview.push({
      ...{ id: chance.id(at(recordedOn, 10)), guidanceId: id, areaId },
      organisationId: places.organisationId[name] as string,
      ...{ dueOn: column(addDays(recordedOn, 90)), ...answer },
    });
}
