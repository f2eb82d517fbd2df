import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@/lib/db/generated/client";
import { seedAccounts } from "./seed/accounts";
import { followUp } from "./seed/aftercare";
import { makeAreas } from "./seed/areas";
import { tellAround } from "./seed/around";
import { askEach } from "./seed/asking";
import {
  askPartners,
  decideSection36,
  gatherItems,
  type Opened,
  openCase,
  pause,
  stopAsking,
} from "./seed/casework";
import { makeChampions } from "./seed/champions";
import { keepTime } from "./seed/clocks";
import { noticeConcerns } from "./seed/concerns";
import { declareConflicts } from "./seed/conflicts";
import { addDocuments } from "./seed/documents";
import { beginDrafts } from "./seed/drafts";
import { draftForm } from "./seed/frameworks";
import { bringReports, overseePlan } from "./seed/governance";
import { passAlong, signpostOn } from "./seed/intake";
import { fill } from "./seed/large";
import { linkPeople } from "./seed/links";
import { lookAtCases } from "./seed/log";
import { fillComingAgenda, layOutMeetings } from "./seed/meetings";
import { writeMinutes } from "./seed/minutes";
import { tellNeeds } from "./seed/needs";
import { giveNotices } from "./seed/notices";
import { goToPanel } from "./seed/panel";
import { seedPlaces } from "./seed/places";
import { makePlans } from "./seed/plan";
import { makeConsultations } from "./seed/plan-consultation";
import { makeProjects } from "./seed/projects";
import { screen, type Told, tellReferral } from "./seed/referral";
import { makeRegisters } from "./seed/registers";
import { answerGovernment, makeReports } from "./seed/reports";
import { writeRows } from "./seed/rows";
import { makeSelfAssessments } from "./seed/self-assessment";
import { addSignedForms } from "./seed/signed-forms";
import { specialStories } from "./seed/specials";
import { stories } from "./seed/story";
import { makeTraining } from "./seed/training";
import { handOn } from "./seed/transfers";
import { aWorld, type World } from "./seed/world";

/** Loads Northbridge into an empty database. A database that has it already is left as it is. */
export async function seed({ people }: { people?: number | undefined } = {}): Promise<void> {
  const connectionString = process.env.SEED_URL ?? "";
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString }) });
  try {
    if ((await db.area.count()) > 0) return;
    await db.$transaction((tx) => layOut(tx, new Date()), { timeout: 120_000 });
    if (people) await fill(connectionString, people);
  } finally {
    await db.$disconnect();
  }
}

/** Two years of an invented partnership, up to this instant: all of it or nothing. */
export async function layOut(tx: Prisma.TransactionClient, now: Date): Promise<void> {
  const places = await seedPlaces(tx);
  const world = aWorld(places, await seedAccounts(tx, places), now);
  const inOrder = [...stories(world), ...specialStories(world)].sort((one, other) =>
    one.submittedOn < other.submittedOn ? -1 : 1,
  );
  const told: Told[] = [];
  const cases: Opened[] = [];
  for (const story of inOrder) {
    const one = tellReferral(world, story);
    told.push(one);
    const openedOn = screen(world, one);
    if (openedOn) cases.push(runCase(world, openCase(world, one, openedOn)));
  }
  fillComingAgenda(world, cases);
  declareConflicts(world, cases);
  layOutMeetings(world);
  writeMinutes(world, cases);
  linkPeople(world, told);
  tellNeeds(world, cases);
  tellAround(world, cases);
  addDocuments(world, cases);
  await addSignedForms(world, cases);
  beginDrafts(world);
  noticeConcerns(world, told);
  makePlans(world);
  makeRegisters(world);
  makeTraining(world);
  makeSelfAssessments(world);
  makeConsultations(world);
  makeProjects(world);
  makeChampions(world);
  makeAreas(world);
  giveNotices(world, told, cases);
  followUp(world, cases);
  signpostOn(world, told);
  await writeRows(tx, world.rows);
  await keepTime(tx, world);
  await draftForm(tx, world);
  await overseePlan(tx, world);
  await makeReports(tx, world);
  await bringReports(tx, world);
  await answerGovernment(tx, world);
  await askEach(tx, world, cases);
  await keepCounting(tx, world);
  await handOn(tx, world, cases);
  await passAlong(tx, world, told);
  await lookAtCases(tx, world, cases);
}

function runCase(world: World, opened: Opened): Opened {
  const { story, row } = opened;
  const openedOn = new Date(row.openedAt).toISOString().slice(0, 10);
  gatherItems(world, opened, openedOn);
  askPartners(world, opened, openedOn);
  const listedOn = decideSection36(world, opened, openedOn);
  if (listedOn) goToPanel(world, opened, listedOn);
  if (story.isPaused) pause(world, opened);
  stopAsking(world, opened);
  return opened;
}

/** The next reference follows on from those that were given out here. */
async function keepCounting(tx: Prisma.TransactionClient, { counters, areaId }: World) {
  for (const [key, last] of Object.entries(counters)) {
    const [kind, year] = key.split(" ");
    await tx.$executeRaw`insert into reference_counters values (${areaId}::uuid, ${kind}, ${Number(year)}, ${last})`;
  }
}
