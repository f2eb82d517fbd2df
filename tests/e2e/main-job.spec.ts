import { type Actor, theSystem } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { mandatoryBlocks } from "@/lib/assessments/labels";
import { supportClosureCodes } from "@/lib/cases/labels";
import { addDays, addMonths, dayOf, instantAt } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { corroborationLabels, lawfulBasisLabels } from "@/lib/information/labels";
import { outcomeLabels, type Seat } from "@/lib/panels/labels";
import { type Rag, ragLabels } from "@/lib/plans/labels";
import { evidenceLabels } from "@/lib/referrals/labels";
import { openDueReviews } from "@/lib/reviews/commands";
import { fundingSources, supportTypes } from "@/lib/support/labels";
import { anActor, anOrganisation, aReadyArea, aReferral, aUser } from "@/tests/support/factories";
import { type Hands, handsOn } from "@/tests/support/hands";
import { expect, expectAccessible, test } from "@/tests/support/journey";
import { owner } from "@/tests/support/owner";
import { aPlan, aPlanAction } from "@/tests/support/plans";

const today = dayOf(new Date());
const said =
  "He told two friends at lunch what he had watched, said the words, and wrote them on his folder. ";
const reasons =
  "It has gone on for three weeks, school has tried what it can, and the worry is growing.";

async function aPartnership() {
  const area = await aReadyArea();
  const { areaId, council } = area;
  const health = await anOrganisation(areaId, "health");
  const probation = await anOrganisation(areaId, "probation");
  const youth = await anOrganisation(areaId, "youth_justice");
  const harbour = await anOrganisation(areaId, "voluntary");
  const named = async (name: string, role: Role, at: { id: string }, seat?: Seat) => {
    const { id: userId } = await aUser(name);
    const who = { areaId, userId, organisationId: at.id, ...(seat && { seat }) };
    return { ...(await anActor(role, who)), name };
  };
  return {
    ...area,
    health,
    probation,
    youth,
    harbour,
    schoolName: (
      await owner.organisation.findUniqueOrThrow({ where: { id: area.referrer.organisationId } })
    ).name,
    coordinator: await named("Cora Linden", "coordinator", council),
    chair: await named("Charles Everly", "chair", council, "chair"),
    police: await named("Pia Rowntree", "panel_member", area.police, "police"),
    nurse: await named("Hana Merrow", "panel_member", health, "health"),
    carer: await named("Sam Fielding", "panel_member", council, "childrens_social_care"),
    healthLead: await named("Amrit Vale", "agency_lead", health),
    probationLead: await named("Patrick Sallow", "agency_lead", probation),
    youthLead: await named("Yara Denholm", "agency_lead", youth),
    mentor: await named("Idris Penhale", "provider", harbour),
    planner: await named("Priya Oldacre", "prevent_coordinator", council),
    steering: await named("Stella Harrowby", "steering_member", council),
  };
}
type People = Awaited<ReturnType<typeof aPartnership>>;

test("a concern becomes a supported case, by eight people with keyboards alone", async ({
  page,
  signIn,
}) => {
  test.setTimeout(600_000);
  const people = await aPartnership();
  await aReferral({
    areaId: people.areaId,
    status: "closed_not_prevent",
    person: { forenames: "Kieran", surname: "Harlowe", dateOfBirth: "2011-05-17" },
  });
  await pastFigures(people.areaId);
  const hands = handsOn(page);
  const as = (who: Actor) => signIn(who);

  const before = await test.step("the steering group reads its numbers", async () => {
    await as(people.steering);
    return readsFigures(hands);
  });
  await test.step("the lead notices, checks and shares", async () => {
    await as(people.referrer);
    await noticesAndChecks(hands);
  });
  const referral = await test.step("and sends the referral", () => sendsReferral(hands, people));
  await test.step("the gateway finds the earlier, misspelt referral and takes it forward", async () => {
    await as(people.officer);
    await screens(hands, referral, people);
  });
  const reference = await test.step("the coordinator asks three partners", async () => {
    await as(people.coordinator);
    return asksPartners(hands, people);
  });
  await test.step("partners answer, two with nothing", async () => {
    await as(people.healthLead);
    await answersInFull(hands, reference);
    for (const lead of [people.probationLead, people.youthLead, people.referrer]) {
      await as(lead);
      await answersNil(hands, reference);
    }
  });
  await test.step("the coordinator assesses, and the gateway reads it second", async () => {
    await as(people.coordinator);
    await assesses(hands, reference, "First assessment");
    await as(people.officer);
    await countersigns(hands, reference);
  });
  await test.step("the section 36 decision", async () => {
    await as(people.coordinator);
    await hands.open(`/cases/${reference}/section-36`);
    await hands.send("Send for the section 36 decision");
    await as(people.officer);
    await decidesSection36(hands, reference);
  });
  await test.step("the panel meets, is quorate, and adopts", async () => {
    await as(people.coordinator);
    await writesPlan(hands, reference);
    const meeting = await callsMeeting(hands, reference, "New case", people);
    await as(people.chair);
    await opensItem(hands, meeting, reference, people);
    await hands.choose("What did the panel decide?", outcomeLabels.adopt);
    await closesTheDecision(hands);
  });
  await test.step("consent, and support", async () => {
    await as(people.coordinator);
    await givesSupport(hands, reference, people);
    await recordsConsent(hands, reference, people);
    await as(people.mentor);
    await doesTheirAction(hands);
  });
  await test.step("support ends", async () => {
    await as(people.coordinator);
    await assesses(hands, reference, "Leaving support");
    await as(people.officer);
    await countersigns(hands, reference);
    await as(people.coordinator);
    const meeting = await callsMeeting(hands, reference, "Closure", people);
    await as(people.chair);
    await opensItem(hands, meeting, reference, people);
    await endsSupport(hands);
    await closesTheDecision(hands);
  });
  await test.step("the six-month review appears on a later day", async () => {
    await as(people.coordinator);
    await hands.open(`/cases/${reference}`);
    await hands.sees("Left support");
    const later = instantAt(addMonths(today, 6), "09:00");
    await withActor(theSystem(people.areaId), openDueReviews, later);
    await hands.open(`/cases/${reference}/reviews`);
    await hands.sees("Six-month review");
  });
  await test.step("the steering group's numbers moved by exactly that much", async () => {
    await as(people.steering);
    const moved = Object.entries(await readsFigures(hands)).map(([stage, count]) => [
      stage,
      count - (before[stage] ?? 0),
    ]);
    expect(Object.fromEntries(moved)).toEqual({
      Referrals: 1,
      "Discussed at panel": 1,
      "Adopted by Channel": 1,
    });
  });
});

test("a plan action goes red, is escalated, and recovers", async ({ page, signIn }) => {
  test.setTimeout(180_000);
  const people = await aPartnership();
  const plan = await aPlan(people.planner);
  await aPlanAction(plan, { ownerOrganisationId: people.health.id });
  const hands = handsOn(page);
  const { open, follow, choose, write, send, sees } = hands;
  const update = async (rag: Rag, reason?: string) => {
    await signIn(people.healthLead);
    await open("/plan");
    await follow("Brief every school");
    await follow("Update this action");
    await choose("How does it stand?", ragLabels[rag]);
    if (reason) await write("Reason", reason);
    await write("How much is done?", "40");
    await send("Save update");
  };

  await update("red", "Two trainers left, and nobody is there to do it.");
  await signIn(people.steering);
  await open("/home");
  await follow("Brief every school");
  await sees(/Escalated to/);
  await sees("Two trainers left, and nobody is there to do it.");

  await update("green");
  await signIn(people.steering);
  await open("/plan");
  await follow("Brief every school");
  await sees("Escalation ended: the action is no longer red");
});

/** Enough has happened this quarter already that a count is shown as it is (IS-21). */
async function pastFigures(areaId: string) {
  for (const [measure, n] of Object.entries({ referrals: 60, discussed: 40, adopted: 20 }))
    await owner.$executeRaw`
      insert into stat_cells (area_id, quarter, measure, dimension, category, n)
      values (${areaId}::uuid, quarter_start(${today}::date), ${measure}, 'all', 'all', ${n})
      on conflict (area_id, quarter, measure, dimension, category) do update set n = excluded.n`;
}

/** The three counts of this quarter so far. */
async function readsFigures({ page, open }: Hands): Promise<Record<string, number>> {
  await open("/insight");
  const rows = page.getByRole("table", { name: /This quarter so far/ }).getByRole("row");
  const read: Record<string, number> = {};
  for (const row of (await rows.all()).slice(1)) {
    const stage = (await row.getByRole("rowheader").textContent()) ?? "";
    read[stage] = Number(await row.getByRole("cell").textContent());
  }
  return read;
}

async function noticesAndChecks(hands: Hands) {
  const { open, follow, write, date, choose, send, sees, heading } = hands;
  await open("/concerns");
  await follow("Record a concern");
  await write("Who is it about?", "Ciaran Harlow");
  await write("What did you see or hear?", said);
  await date("When did you see or hear it?", addDays(today, -3));
  await choose("How do you know?", "Somebody else told me");
  await send("Record concern");
  await heading("Ciaran Harlow");

  await follow("Record a check");
  await write("Who did you speak to?", "His form tutor");
  await write("What did they say?", "That he has been on his own since September.");
  await write("What else could explain it?", "That he wants to shock the others.");
  await send("Record check");
  await sees("His form tutor");

  await follow("Decide what to do");
  await choose("What have you decided?", "Share it with the gateway");
  await write("Reasons", reasons);
  await send("Record decision");
}

async function sendsReferral(hands: Hands, people: { name: string }): Promise<string> {
  const { page, write, date, choose, tick, pick, send, heading } = hands;
  const next = () => send("Save and continue");

  await hands.follow("Is anybody in danger?");
  await choose("Is anybody in immediate danger?", "No");
  await choose("Is there another safeguarding concern as well?", "No");
  await next();
  await write("Forenames", "Ciaran");
  await write("Surname", "Harlow");
  await date("Date of birth", "2011-05-17");
  await choose("Gender", "Male");
  await next();
  await pick("Local authority", people.name);
  await next();
  await write("Names of the parents or guardians", "Jo Harlow");
  await write("How to reach the parents or guardians", "01632 960222");
  await write("Who has parental responsibility", "Jo Harlow");
  await choose("Have you spoken to the child?", "Yes");
  await write("What the child said, or why you have not spoken to them", "That it was a joke.");
  await choose("Have you spoken to the parents?", "Yes");
  await write("What the parents said, or why you have not spoken to them", "She is worried.");
  await next();
  await write("What happened, in your own words", said.repeat(3));
  await date("When was the concern first noted?", addDays(today, -3));
  await choose("How do you know?", "Somebody else told me");
  await choose("What type of concern is it, in your view?", "Not sure");
  await next();
  // What else could explain it was said in the check, and is there already.
  await tick("Needs that are known (optional)", "Bullying");
  await write("What is going well, and who supports the person?", "Close to his grandmother.");
  await next();
  await choose("Have you discussed this with your safeguarding lead?", "Yes");
  await choose("Does the person know about this referral?", "Yes");
  await write("Why does this need Prevent rather than another service?", reasons);
  await next();
  await heading("Other agencies involved");
  await next();
  await write("Your name", "Ada Stone");
  await write("Your role", "Safeguarding lead");
  await write("Your organisation", "Oakfield Academy");
  await pick("Your sector", "Education");
  await write("How to reach you", "ada@oakfield.example");
  await choose("Should your name be kept from the person?", "No");
  await next();
  await heading("Check your answers");
  await expectAccessible(page);
  await hands.keyboard.tick(page.getByLabel("I confirm this"));
  await send("Send this referral");
  await expect(page).toHaveURL(/\/sent/);
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

async function screens(hands: Hands, referral: string, people: People) {
  const { open, follow, choose, tick, write, date, send, sees } = hands;
  await open("/referrals");
  await follow(referral);
  await sees("Ciaran Harlow");
  await follow(/Compare with/);
  await choose("Are these two referrals about the same person?", "The same person");
  await write("Reasons", "The same date of birth, and two letters between the names.");
  await send("Record answer");
  await sees("1 other referral is of the same person");

  await open(`/referrals/${referral}/deconfliction`);
  await choose("What did the check find?", "Clear to continue");
  await send("Record check");

  await open(`/referrals/${referral}/screen`);
  await choose("What happens to this referral?", "Take it forward and gather information");
  await choose("How much is there to go on?", evidenceLabels.possible);
  await choose("Who runs the case?", new RegExp(people.coordinator.name));
  await tick("Which organisations are asked first?", people.youth.name);
  await write("What do you need to know, and why?", "Is he known to you, and for what?");
  await choose("On what lawful basis?", lawfulBasisLabels.safeguarding);
  await date("When should they answer by?", addDays(today, 7));
  await write("Reasons for your decision", reasons);
  await choose("Have you told the referrer?", "Yes");
  await send("Record decision");
  await sees("Taken forward, and a case opened");
}

/** Returns the reference of the case. */
async function asksPartners(hands: Hands, people: People): Promise<string> {
  const { page, open, follow, tick, write, pick, date, send, sees } = hands;
  await open("/cases");
  await follow(/^PC-/);
  await expect(page).toHaveURL(/PC-/);
  const reference = new URL(page.url()).pathname.split("/")[2] ?? "";
  await open(`/cases/${reference}/requests`);
  await follow("Ask organisations");
  await tick("Which organisations?", people.health.name);
  await tick("Which organisations?", people.probation.name);
  await tick("Which organisations?", people.schoolName);
  await write("What do you need to know, and why?", "What is known of his health and friends?");
  await pick("Lawful basis for sharing", lawfulBasisLabels.safeguarding);
  await date("When do you need an answer by?", addDays(today, 10));
  await send("Ask for information");
  await sees(people.health.name);
  return reference;
}

async function answersNil(hands: Hands, reference: string) {
  const { open, follow, write, send, sees } = hands;
  await open("/requests");
  await follow(reference);
  await follow("We hold nothing");
  await write("Where did you look?", "In the case system and with the team.");
  await send("Send answer");
  await sees("Nothing held");
}

async function answersInFull(hands: Hands, reference: string) {
  const { open, follow, choose, write, date, pick, send, sees } = hands;
  await open("/requests");
  await follow(reference);
  await follow("Everything that was asked");
  await choose("What kind of information is this?", "Fact");
  await write("What are you sharing?", "He was seen twice for low mood in the spring.");
  await write("Where does this come from?", "His own record");
  await date("What date does it relate to?", addDays(today, -90));
  await choose("How reliable is the source?", "Reliable");
  await choose("Does another source support this?", corroborationLabels.uncorroborated);
  await write("Why is it needed?", "It may explain what he said.");
  await choose("Who needs to see this?", "Panel members");
  await pick("Lawful basis for sharing", lawfulBasisLabels.safeguarding);
  await send("Send answer");
  await sees("He was seen twice");
}

async function assesses(hands: Hands, reference: string, purpose: string) {
  const { page, open, choose, write, send, sees } = hands;
  const here = `/cases/${reference}/assessment`;
  await open(`${here}/start`);
  await choose("Which framework?", "Professional judgement, with the area's own questions (1)");
  await choose("Why now?", purpose);
  await send("Start assessment");
  for (const code of ["susceptibility", "risk", "needs", "protective"]) {
    await open(`${here}/sections/${code}`);
    await write("Your judgement, in words", "There is little to go on, and what there is is mild.");
    await choose("How sure are you?", "Low");
    await write("What is not known?", "Whom he talks to online.");
    await send("Save judgement");
    await expect(page).not.toHaveURL(/sections/);
  }
  await open(`${here}/words`);
  for (const block of Object.values(mandatoryBlocks)) await write(block, "As the school says.");
  await send("Save");
  await expect(page).not.toHaveURL(/words/);
  await open(`${here}/finish`);
  await send("Complete assessment");
  await sees("Waiting for a second reader");
}

async function countersigns(hands: Hands, reference: string) {
  await hands.open(`/cases/${reference}/assessment`);
  await hands.send("Countersign this assessment");
  await hands.sees("Countersigned");
}

async function decidesSection36(hands: Hands, reference: string) {
  const { page, open, write, send, sees } = hands;
  await open(`/cases/${reference}/section-36/yes`);
  await write("Reasons for referring the person to the panel", reasons);
  await write(
    "Reasons against referring the person to the panel",
    "It may pass by itself, and being looked at is itself a burden on a child of fifteen.",
  );
  await hands.keyboard.tick(page.getByLabel(/There are reasonable grounds to believe/));
  await send("Refer to the panel");
  await sees("Listed for the panel");
}

/** Returns the meeting's address. */
async function callsMeeting(
  hands: Hands,
  reference: string,
  kind: string,
  people: People,
): Promise<string> {
  const { page, open, write, date, pick, choose, send, follow, sees } = hands;
  await open("/meetings/new");
  await date("Date of the meeting", today);
  await write("Start time", "2pm");
  await write("Place", "Northbridge House, room 4");
  for (const who of [people.chair, people.police, people.nurse, people.carer])
    await hands.keyboard.tick(page.getByLabel(new RegExp(who.name)));
  await send("Call the meeting");
  await expect(page).toHaveURL(/meetings\/[0-9a-f-]{36}/);
  const meeting = new URL(page.url()).pathname;
  await follow("Build the agenda");
  await follow("Add another case to the agenda");
  const cases = page.getByLabel("Case", { exact: true });
  const option = await cases.locator("option").filter({ hasText: reference }).textContent();
  await pick("Case", option ?? "");
  await choose("Why is it on the agenda?", kind);
  await send("Add to the agenda");
  await sees(reference);
  return meeting;
}

async function writesPlan(hands: Hands, reference: string) {
  const { open, write, send, sees } = hands;
  const here = `/cases/${reference}/support`;
  await open(`${here}/plan`);
  await write("What is the plan for?", "Somebody to talk to who is not online.");
  await write("What is the support?", "Mentoring, and help to join a club.");
  await write("Who gives it?", "A mentor");
  await write("How and when is it given?", "Every Tuesday after school.");
  await write(
    "How, when and by whom will consent be asked for?",
    "The coordinator asks his mother at home, in the week after the panel.",
  );
  await write("How will the panel know that support can end?", "He is back with his friends.");
  await write("Who is told of a safeguarding worry?", "The school's safeguarding lead");
  await send("Save support plan");
  await sees("Every Tuesday after school.");
}

/** Names a mentor, and gives them something to do. */
async function givesSupport(hands: Hands, reference: string, people: People) {
  const { open, write, choose, pick, date, send, sees } = hands;
  const here = `/cases/${reference}/support`;
  await open(`${here}/provider`);
  await choose("Who is the mentor?", new RegExp(people.mentor.name));
  await send("Give them this case");
  await open(`${here}/actions`);
  await write("What will be done?", "Meet every Tuesday");
  await choose("Which kind of support is it?", supportTypes.mentoring);
  await pick("Which organisation does it?", people.harbour.name);
  await hands.pickStarting("Mentor (optional)", people.mentor.name);
  await date("When does it start?", today);
  await date("When is it due?", addDays(today, 60));
  await choose("Who pays for it?", fundingSources.home_office);
  await write("How will we know that it helped?", "He says so, and so does school.");
  await send("Add action");
  await sees("Meet every Tuesday");
}

/** Takes attendance, starts the meeting and opens the item. */
async function opensItem(hands: Hands, meeting: string, reference: string, people: People) {
  const { page, open, send, follow } = hands;
  await open(meeting);
  await send("Start the meeting");
  await open(`${meeting}/attendance`);
  for (const who of [people.chair, people.police, people.nurse, people.carer])
    await hands.keyboard.tick(page.getByLabel(new RegExp(who.name)));
  await hands.keyboard.tick(
    page.getByLabel("Everybody in the room agrees to the confidentiality statement"),
  );
  await send("Record attendance");
  await follow(reference);
  await hands.heading(new RegExp(reference));
  await follow("Record the panel’s decision");
}

async function closesTheDecision(hands: Hands) {
  const { write, choose, date, send, sees } = hands;
  await write("Which options did the panel consider?", "School support alone, and doing nothing.");
  await write("Reasons", reasons);
  await choose("How did the panel agree?", "Everyone agreed");
  await choose("Who tells the child and their parent?", "Channel coordinator");
  await date("When are they told?", addDays(today, 2));
  await send("Record decision");
  await sees(reasons);
}

async function recordsConsent(hands: Hands, reference: string, people: People) {
  const { page, open, write, choose, tick, date, send, sees } = hands;
  const here = `/cases/${reference}/consent`;
  await open(`${here}/ask`);
  await date("When was it asked for?", today);
  await write("Who asked?", people.coordinator.name);
  await write("Who was asked?", "His mother");
  await send("Record that consent was asked for");
  await open(`${here}/give`);
  await date("When was consent given?", today);
  await choose("Whose consent is this?", "Parent");
  await write("Who gave it?", "Jo Harlow");
  await write(
    "What is their relationship to the person, and how do you know? (optional)",
    "Mother; school knows her",
  );
  await choose("Does the child agree?", "Agrees");
  await choose("Is there any doubt about capacity?", "No doubt about capacity");
  await choose("How was consent given?", "Signed form");
  await write("Who explained it?", people.coordinator.name);
  await write("In which language?", "English");
  await write("Which version of the leaflet were they given?", "2026-1");
  await tick("Which support did they agree to?", supportTypes.mentoring);
  await tick("Which organisations did they agree to?", people.harbour.name);
  await hands.keyboard.tick(page.getByLabel(/They know that information is shared/));
  await hands.keyboard.tick(page.getByLabel(/They know that they can withdraw/));
  await hands.keyboard.tick(page.getByLabel("They know how to complain"));
  await send("Record consent");
  await hands.follow("Add it later");
  await sees("Given");
  await send("Start support");
  await sees("Receiving support");
}

async function doesTheirAction(hands: Hands) {
  const { open, follow, choose, write, send, sees } = hands;
  for (const [status, question, done] of [
    ["In progress", "What has been done? (optional)", "We have met once."],
    ["Done", "What has been done?", "We met eight times."],
  ] as const) {
    await open("/actions");
    await follow("Meet every Tuesday");
    await follow("Say how far it has got");
    await choose("Progress", status);
    await write(question, done);
    await send("Save progress");
    await sees(status);
  }
}

async function endsSupport(hands: Hands) {
  const { choose, tick, write } = hands;
  await choose("What did the panel decide?", outcomeLabels.exit);
  await choose("Why?", supportClosureCodes.exit_no_further_radicalisation_concern);
  await choose("Which is the exit assessment?", /.+/);
  await choose("Will health or social care help?", "Considered, and not needed");
  await choose("Is the person being referred on?", "No");
  await write(
    "What was considered or arranged?",
    "His doctor knows, and nothing more is needed.",
  ).catch(() => undefined);
  await tick("Which of the other referrals of this person have you read again?", /received/); // T29
  await write(
    "What did you look at again, and what did you find?",
    "The first referral, and why it was closed. Nothing of it is left to worry about.",
  );
}
