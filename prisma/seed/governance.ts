import { addDays, addWorkingDays, type Day, formatDay } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { BodyKind, Frequency, MemberRole, Power } from "@/lib/governance/labels";
import { minutesText } from "@/lib/governance/meetings/rules";
import { usualPowers } from "@/lib/governance/rules";
import { type Purpose, purposeLabels } from "@/lib/reports/labels";
import { addFilePaper } from "./board-papers";
import { aChance } from "./chance";
import { at, column, played, type World } from "./world";

type Tx = Prisma.TransactionClient;
type Body = { id: string; areaId: string; name: string };
type Placed = {
  kind: BodyKind;
  name: string;
  purpose: string;
  frequency: Frequency;
  parentId?: string;
  isOfTheCity?: true;
  also?: readonly Power[];
};

const council = "Northbridge City Council";
const county = "Wyvern County Council";
const police = "Wyvern Police";
const health = "Northbridge NHS Foundation Trust";

/** Those to which reports and plans are put, by name. */
export const boards = {
  gold: "Wyvern CONTEST Gold Group",
  steering: "Northbridge and Wyvern Prevent Steering Group",
} as const;

/** Gold over the force area, one steering group of city and county, and those beside and under it (8.3). */
export async function overseePlan(tx: Tx, town: World): Promise<void> {
  // Dice of its own, so that the rest of the town falls as it did without it.
  const world = { ...town, chance: aChance(20_261_123) };
  const gold = await aBody(tx, world, {
    ...{ kind: "gold", name: boards.gold, frequency: "quarterly" },
    purpose: "Oversees all four strands of the national strategy in the force area.",
  });
  const steering = await aBody(tx, world, {
    ...{ kind: "steering", name: boards.steering },
    ...{ frequency: "quarterly", parentId: gold.id, also: ["approve_plan"] },
    purpose: "Shares risk information, and develops, delivers and manages the partnership plan.",
  });
  const practitioners = await aBody(tx, world, {
    ...{ kind: "practitioner", name: "Prevent practitioners’ group", parentId: steering.id },
    ...{ frequency: "monthly", purpose: "Leads and champions who carry the actions of the plan." },
  });
  const safety = await aBody(tx, world, {
    ...{ kind: "community_safety", name: "Safer Northbridge Partnership", isOfTheCity: true },
    ...{ frequency: "quarterly", parentId: gold.id },
    purpose: "Aligns the plan with what the city does about crime and disorder.",
  });
  await aBody(tx, world, {
    ...{ kind: "scrutiny", name: "Communities Scrutiny Committee", isOfTheCity: true },
    ...{ frequency: "half_yearly", purpose: "Members who scrutinise the plan and its results." },
  });
  await addTerms(tx, world, steering);
  const seats = await seatAll(tx, world, { gold, steering, practitioners });
  await callAhead(tx, world, [gold, steering, practitioners, safety]);
  const past = await holdSteering(tx, world, steering, seats.steering);
  await escalate(tx, world, { gold, steering, members: seats.gold });
  await askAgain(tx, world, { gold, steering, itemId: past.openItemId });
  await tx.planSubmission.updateMany({
    where: { body: steering.name },
    data: { bodyId: steering.id },
  });
  await showMeeting(tx, world, steering, past);
}

type Past = { meetingId: string; day: Day };

/** An answer of the self-assessment that the health trust is writing, shown by the group's last meeting. */
async function showMeeting(tx: Tx, world: World, body: Body, { meetingId, day }: Past) {
  const answer = await tx.benchmarkAnswer.findFirst({
    where: { level: { gte: 3 }, assessment: { status: "draft", organisation: { name: health } } },
    select: { id: true, assessmentId: true, areaId: true },
    orderBy: { position: "asc" },
  });
  if (!answer) return;
  const { id: answerId, assessmentId, areaId } = answer;
  await tx.benchmarkEvidence.create({
    data: {
      ...{ answerId, assessmentId, areaId, kind: "meeting", meetingId },
      ...{ title: `Meeting of ${body.name}`, place: "Northbridge town hall, room 2" },
      ...{ datedOn: column(day), addedByHatId: played(world, "prevent").hatId },
      addedAt: at(addDays(world.today, -1), 12),
    },
  });
}

/** The quarter's report is on the agenda of the steering group's next meeting; what Gold is asked waits to be put on its own. */
export async function bringReports(tx: Tx, world: World): Promise<void> {
  const report = await tx.boardReport.findFirst({
    where: { status: "published", body: { name: boards.steering } },
    select: { id: true, title: true, purpose: true, body: true },
  });
  if (!report?.body) return;
  const { id: reportId, title, purpose, body } = report;
  const next = await tx.governanceMeeting.findFirst({
    where: { bodyId: body.id, status: "planned" },
    orderBy: { startsAt: "asc" },
    select: { id: true },
  });
  const detail = purposeLabels[purpose as Purpose];
  if (next) await anItem(tx, world, body, next.id, { kind: "report", title, detail, reportId });
}

async function aBody(tx: Tx, world: World, placed: Placed): Promise<Body> {
  const { areaId, places, today } = world;
  const { isOfTheCity, also = [], parentId = null, kind, ...words } = placed;
  const powers = [...new Set([...usualPowers[kind], ...also])];
  return tx.governanceBody.create({
    data: {
      ...{ areaId, partnershipId: isOfTheCity ? null : places.partnershipId, kind, parentId },
      ...{ ...words, powers, editedByHatId: played(world, "prevent").hatId },
      editedAt: at(addDays(today, -400), 10),
    },
    select: { id: true, areaId: true, name: true },
  });
}

const versions = [
  "The group meets each quarter. It agrees the plan and hears how each action stands. The councils take the chair in turn.",
  "The group meets each quarter. It shares risk information, develops and delivers the plan, commissions activity, communicates, and manages performance. It is one group for the city and the county. The chair is a director of either council, for two years. What it cannot settle goes to Gold as a question with options.",
];

async function addTerms(tx: Tx, world: World, body: Body): Promise<void> {
  const { today } = world;
  await tx.governanceTerms.createMany({
    data: versions.map((bodyText, index) => ({
      ...{ bodyId: body.id, areaId: body.areaId, number: index + 1, bodyText },
      ...{ adoptedOn: column(addDays(today, -760 + index * 365)), adoptedBy: body.name },
      writtenByHatId: played(world, "prevent").hatId,
      writtenAt: at(addDays(today, -395 + index), 10),
    })),
  });
}

type Seat = {
  who: string;
  post: string;
  organisation: string;
  role?: MemberRole;
  plays?: string;
  deputy?: string;
  until?: number;
};

const onGold: readonly Seat[] = [
  {
    who: "Gordon Peverell",
    post: "Assistant chief constable",
    organisation: police,
    role: "chair",
    plays: "gold",
    deputy: "Mara Fenwick",
  },
  { who: "Ada Thornbury", post: "Chief executive", organisation: council },
  { who: "Rhys Calder", post: "Chief executive", organisation: county },
];
const onSteering: readonly Seat[] = [
  {
    who: "Stella Harrowby",
    post: "Director of public protection",
    organisation: county,
    role: "chair",
    plays: "steering",
    deputy: "Owen Braithe",
    until: 45,
  },
  {
    who: "Amrit Vale",
    post: "Named nurse for safeguarding",
    organisation: health,
    plays: "agency",
  },
  {
    who: "Nadia Crewe",
    post: "Head of community safety",
    organisation: council,
    deputy: "Tomos Ley",
  },
  { who: "Bram Sutherby", post: "Prevent inspector", organisation: police },
  { who: "Priya Oldacre", post: "Prevent co-ordinator", organisation: council, role: "secretary" },
];
const onPractitioners: readonly Seat[] = [
  { who: "Priya Oldacre", post: "Prevent co-ordinator", organisation: council, role: "chair" },
  { who: "Lowri Pask", post: "Youth work manager", organisation: "Harbour Community Trust" },
];

type Seated = { id: string; name: string; organisation: string; deputyName: string | null };

async function seat(tx: Tx, world: World, body: Body, seats: readonly Seat[]): Promise<Seated[]> {
  const { places, today } = world;
  const edited = { editedByHatId: played(world, "prevent").hatId };
  const rows = seats.map(({ who, post, organisation, role = "member", plays, deputy, until }) => ({
    ...{ id: world.chance.id(at(today, 9)), bodyId: body.id, areaId: body.areaId, role, post },
    ...{ name: who, organisationId: places.organisationId[organisation] as string },
    ...{ hatId: plays ? played(world, plays).hatId : null, deputyName: deputy ?? null },
    ...{ fromOn: column(addDays(today, -380)), ...edited, editedAt: at(addDays(today, -380), 9) },
    untilOn: until ? column(addDays(today, until)) : null,
  }));
  await tx.governanceMember.createMany({ data: rows });
  return rows.map(({ id, name, deputyName }, index) => ({
    ...{ id, name, deputyName, organisation: seats[index]?.organisation ?? "" },
  }));
}

type Named = "gold" | "steering" | "practitioners";

async function seatAll(tx: Tx, world: World, bodies: Record<Named, Body>) {
  await seat(tx, world, bodies.practitioners, onPractitioners);
  return {
    gold: await seat(tx, world, bodies.gold, onGold),
    steering: await seat(tx, world, bodies.steering, onSteering),
  };
}

async function aMeeting(tx: Tx, world: World, body: Body, inDays: number, isHeld = false) {
  const day = addWorkingDays(addDays(world.today, inDays), 0);
  const { id } = await tx.governanceMeeting.create({
    data: {
      ...{ bodyId: body.id, areaId: body.areaId, startsAt: at(day, 10), seriesOn: column(day) },
      ...{ place: "Northbridge town hall, room 2", status: isHeld ? "held" : "planned" },
      calledByHatId: played(world, "prevent").hatId,
      calledAt: at(addDays(world.today, -300), 10),
    },
    select: { id: true },
  });
  return { id, day };
}

async function callAhead(tx: Tx, world: World, bodies: readonly Body[]): Promise<void> {
  for (const [index, body] of bodies.entries())
    for (const quarter of [0, 1, 2]) await aMeeting(tx, world, body, 12 + index * 5 + quarter * 91);
}

type Item = Partial<Prisma.GovernanceItemUncheckedCreateInput> & { title: string; kind: string };

async function anItem(tx: Tx, world: World, body: Body, meetingId: string, item: Item) {
  const { hatId } = played(world, "prevent");
  const isDecided = item.decisionKind !== undefined;
  return tx.governanceItem.create({
    data: {
      ...{ meetingId, bodyId: body.id, areaId: body.areaId, position: 1, isExempt: false, ...item },
      ...(isDecided && { decidedByHatId: hatId, decidedAt: at(addDays(world.today, -60), 15) }),
      ...{ addedByHatId: hatId, addedAt: at(addDays(world.today, -110), 9) },
    },
    select: { id: true },
  });
}

const settled = (title: string, note: string, decision: string) => ({
  ...{ kind: "report", title, note, decisionKind: "agreed" as const, decision },
});
const agreed = [
  settled(
    "Quarterly report on the plan",
    "Members went through the actions that are amber, and asked for dates.",
    "Agreed that the report goes to the two cabinets, with the dates added.",
  ),
  {
    ...settled(
      "Staff of the team",
      "The post has been empty since the spring.",
      "Agreed that the post is advertised at once.",
    ),
    ...{ position: 2, isExempt: true },
  },
];

/** Two meetings that were held: the minutes of the first were approved at the second, and one decision is public. */
async function holdSteering(tx: Tx, world: World, body: Body, members: readonly Seated[]) {
  const { hatId } = played(world, "prevent");
  const first = await aMeeting(tx, world, body, -155, true);
  const last = await aMeeting(tx, world, body, -62, true);
  const items: { id: string }[] = [];
  for (const item of agreed) items.push(await anItem(tx, world, body, first.id, item));
  await attend(tx, world, body, first.id, members);
  await attend(tx, world, body, last.id, members);
  const came = members.map((member, index) => ({ ...member, state: stateOf(index) }));
  await tx.governanceMeeting.update({
    where: { id: first.id },
    data: {
      minutesText: minutesText(
        { bodyName: body.name, heldDay: first.day, place: "Northbridge town hall, room 2" },
        came,
        agreed.map((item) => ({
          ...{ isExempt: false, ...item, escalation: null, actions: [] },
        })),
      ),
      ...{ minutesApprovedAtId: last.id, minutesApprovedBy: "Stella Harrowby" },
      minutesApprovedByHatId: played(world, "steering").hatId,
      minutesApprovedOn: column(addDays(last.day, 3)),
    },
  });
  await publish(tx, world, body, {
    meetingId: first.id,
    itemId: items[0]?.id ?? "",
    day: first.day,
  });
  await anItem(tx, world, body, last.id, {
    ...{ kind: "minutes", title: `Minutes of ${formatDay(first.day)}`, decisionKind: "approved" },
    decision: "Approved as a true record.",
  });
  const open = await anItem(tx, world, body, last.id, {
    ...{ kind: "other", title: "Money for a second education officer", position: 2 },
    note: "Schools ask for more sessions than one officer can hold. There is no money in the plan.",
  });
  await tx.governancePaper.create({
    data: {
      ...{ itemId: open.id, meetingId: last.id, bodyId: body.id, areaId: body.areaId },
      ...{ title: "Requests of schools in the year", marking: "official", addedByHatId: hatId },
      bodyText: "Twenty-six sessions were asked for, and fourteen were held. The rest wait.",
      addedAt: at(addDays(last.day, -7), 10),
    },
  });
  await addFilePaper(tx, world, {
    ...{ itemId: open.id, meetingId: last.id, bodyId: body.id, areaId: body.areaId },
    day: last.day,
  });
  await tx.action.create({
    data: {
      ...{ areaId: body.areaId, kind: "governance", bodyId: body.id, governanceItemId: open.id },
      title: "Say which sessions for schools can be held by partners.",
      ownerOrganisationId: world.places.organisationId[health] as string,
      ...{ dueOn: column(addDays(world.today, 10)), firstDueOn: column(addDays(world.today, 10)) },
      ...{ addedByHatId: hatId, addedAt: at(addDays(last.day, 1), 9) },
    },
  });
  return { openItemId: open.id, meetingId: last.id, day: last.day };
}

const states = ["present", "present", "deputy", "present", "apologies"] as const;
const stateOf = (index: number) => states[index % states.length] ?? "present";

async function attend(
  tx: Tx,
  world: World,
  body: Body,
  meetingId: string,
  members: readonly Seated[],
) {
  await tx.governanceAttendance.createMany({
    data: members.map(({ id }, index) => ({
      ...{ meetingId, memberId: id, bodyId: body.id, areaId: body.areaId, state: stateOf(index) },
      ...{ notedByHatId: played(world, "prevent").hatId, notedAt: at(world.today, 8) },
    })),
  });
}

type Published = { meetingId: string; itemId: string; day: Day };

async function publish(tx: Tx, world: World, body: Body, { meetingId, itemId, day }: Published) {
  const [first] = agreed;
  await tx.governancePublication.create({
    data: {
      ...{ itemId, meetingId, bodyId: body.id, areaId: body.areaId, bodyName: body.name },
      ...{ heldOn: column(day), title: first?.title ?? "", decision: first?.decision ?? "" },
      ...{ decisionKind: "agreed", publishedByHatId: played(world, "prevent").hatId },
      publishedAt: at(addDays(world.today, -50), 10),
    },
  });
}

type Ends = { gold: Body; steering: Body };
const asking = (world: World, { gold, steering }: Ends) => ({
  ...{ areaId: steering.areaId, fromBodyId: steering.id, toBodyId: gold.id },
  raisedByHatId: played(world, "prevent").hatId,
});

/** 4.2: a red action that went up to Gold, and what Gold answered. */
async function escalate(tx: Tx, world: World, ends: Ends & { members: readonly Seated[] }) {
  const { rows, today } = world;
  const red = rows.planAction.find(({ rag }) => rag === "red");
  if (!red) return;
  const text = rows.action.find(({ id }) => id === red.actionId)?.title ?? "";
  const title = `${red.reference} ${text}`;
  const { id: escalationId } = await tx.governanceEscalation.create({
    data: {
      ...{ ...asking(world, ends), actionId: red.actionId, title },
      question: "The date has passed and the money has not come. Is the action kept, and who pays?",
      options:
        "Pay for it from the reserves of both councils. Put it off to next year. End it and say so in the plan.",
      recommendation: "Pay for it this year, since the training that follows rests on it.",
      raisedAt: at(addDays(today, -70), 11),
    },
    select: { id: true },
  });
  const meeting = await aMeeting(tx, world, ends.gold, -40, true);
  await attend(tx, world, ends.gold, meeting.id, ends.members);
  const answer = "Kept. The two councils pay half each, up to the end of the year.";
  await anItem(tx, world, ends.gold, meeting.id, {
    ...{ kind: "escalation", title, escalationId, decisionKind: "agreed", decision: answer },
  });
  await tx.governanceEscalation.update({
    where: { id: escalationId },
    data: {
      ...{ state: "answered", answer, answeredAtId: meeting.id, version: 2 },
      answerReasons: "The action stands behind two others, and the sum is small.",
      ...{ answeredByHatId: played(world, "gold").hatId, answeredAt: at(addDays(today, -40), 12) },
    },
  });
}

/** A question that waits: it comes to the next agenda of Gold. */
async function askAgain(tx: Tx, world: World, ends: Ends & { itemId: string }) {
  const title = "Money for a second education officer";
  const { id: escalationId } = await tx.governanceEscalation.create({
    data: {
      ...{ ...asking(world, ends), itemId: ends.itemId, title },
      question: "May a second education officer be paid for from next April?",
      options: "Ask the Home Office for it. Share the cost between the councils. Do without.",
      recommendation: "Share the cost for a year, and ask again with what it shows.",
      raisedAt: at(addDays(world.today, -9), 11),
    },
    select: { id: true },
  });
  const next = await tx.governanceMeeting.findFirst({
    where: { bodyId: ends.gold.id, status: "planned" },
    orderBy: { startsAt: "asc" },
    select: { id: true },
  });
  if (next)
    await anItem(tx, world, ends.gold, next.id, { kind: "escalation", title, escalationId });
}
