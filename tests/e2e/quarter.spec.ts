import { theSystem } from "@/lib/access/actor";
import { addDays, dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { ragLabels } from "@/lib/plans/labels";
import { quarterWords } from "@/lib/plans/parts/rules";
import { quarterToClose } from "@/lib/plans/snapshots/rules";
import { markStaleActions } from "@/lib/plans/updates/commands";
import { approverRoles, exemptParagraphs, purposeLabels } from "@/lib/reports/labels";
import { anActor, anArea, anOrganisation } from "@/tests/support/factories";
import { aBoardMeeting, aSeat, twoBodies } from "@/tests/support/governance";
import { type Hands, handsOn } from "@/tests/support/hands";
import { expect, test } from "@/tests/support/journey";
import { owner } from "@/tests/support/owner";
import { aMeasure, aPlan, aPlanAction, aroundToday } from "@/tests/support/plans";

const today = dayOf(new Date());
const quarter = quarterToClose(today);
const why = "Two trainers left in the spring, and nobody else is accredited to give the course.";
const answer = "Gold lends a trainer of the force until a second one is accredited.";
const exempt = "The daily rate that one provider asked is set beside what the others asked.";

/** A partnership in the quarter that has just ended: its plan, its two groups, and a meeting of Gold that sits today. */
async function aQuarter() {
  const { id: areaId } = await anArea();
  const health = await anOrganisation(areaId, "health");
  const keeper = await anActor("prevent_coordinator", { areaId });
  const lead = await anActor("agency_lead", { areaId, organisationId: health.id });
  const steering = await anActor("steering_member", { areaId });
  const gold = await anActor("gold_reader", { areaId });
  const plan = await aPlan(keeper, aroundToday);
  const lately = { ownerOrganisationId: health.id, lastUpdate: addDays(today, -20) };
  const heard = await aPlanAction(plan, { ...lately, reference: "1.1" });
  const late = await aPlanAction(plan, { ...lately, reference: "1.2" });
  const silent = { ownerOrganisationId: health.id, lastUpdate: addDays(today, -46) };
  const stale = await aPlanAction(plan, { ...silent, reference: "1.3" });
  await aMeasure(plan, heard);
  const bodies = await twoBodies(keeper);
  await aSeat(bodies.gold, gold, { role: "chair" });
  await aSeat(bodies.steering, steering);
  const meeting = await aBoardMeeting(bodies.gold, keeper, { day: today });
  const startsAt = new Date(Date.now() - 60_000);
  await owner.governanceMeeting.update({ where: { id: meeting.id }, data: { startsAt } });
  return { keeper, lead, steering, gold, plan, heard, late, stale, bodies, meeting };
}
type Quarter = Awaited<ReturnType<typeof aQuarter>>;
type SignIn = (actor: Quarter["keeper"]) => Promise<void>;
type Person = { hands: Hands; signIn: SignIn };

test("a quarter of the plan: updated, gone stale, escalated to Gold and answered, frozen, reported, approved by four and published; what comes after leaves it as it was (0.11, 0.15, 3.11, 4.2, BR-05)", async ({
  page,
  signIn,
}) => {
  test.setTimeout(240_000);
  const story = await aQuarter();
  const person = { hands: handsOn(page), signIn };

  await test.step("owners update, and one says nothing", () => update(person, story));
  await test.step("the red action goes up to Gold, and comes back answered", () =>
    escalate(person, story));
  const snapshot = await test.step("the quarter closes", () => close(person, story));
  const report =
    await test.step("the report writes itself, is edited and is approved by four", () =>
      publish(person, story));
  await test.step("what happens next changes neither", async () => {
    const before = await readBoth(person, story, { snapshot, report });
    await goOn(person, story);
    expect(await readBoth(person, story, { snapshot, report })).toEqual(before);
  });
});

async function update({ hands, signIn }: Person, { lead, late, stale }: Quarter) {
  const { open, pick, write, send, follow, choose, sees } = hands;
  await signIn(lead);
  await open("/plan/updates");
  await pick("How does 1.1 stand?", "Green: on track");
  await write("How much of 1.1 is done?", "60");
  await send("Save updates");

  await open(`/plan/actions/${late.id}`);
  await follow("Update this action");
  await choose("How does it stand?", ragLabels.red);
  await write("Reason", why);
  await write("How much is done?", "20");
  await send("Save update");

  await withActor(theSystem(), markStaleActions);
  await open(`/plan/actions/${stale.id}`);
  await sees("No update for 45 days.");
  await sees(/Amber/);
}

async function escalate({ hands, signIn }: Person, story: Quarter) {
  const { keeper, gold, lead, steering, late, bodies, meeting } = story;
  const { open, follow, pick, write, choose, send, sees, heading } = hands;
  await signIn(keeper);
  await open(`/plan/actions/${late.id}`);
  await follow("Escalate a question");
  await heading("Escalate a question");
  await pick("Which body asks?", bodies.steering.name);
  await pick("Which body is asked?", bodies.gold.name);
  await write("Question", "Who trains the emergency department until a trainer is found?");
  await write("What could be done", "Borrow a trainer of the force, or buy the course.");
  await write(
    "What is recommended, and why",
    "Borrow one: it costs nothing and starts next month.",
  );
  await send("Escalate");
  await open(`/meetings/governance/${meeting.id}`);
  await send("Add what is due to the agenda");

  await signIn(gold);
  await open(`/meetings/governance/${meeting.id}`);
  await follow(/Brief every school/);
  await follow("Answer the question");
  await heading("Answer the question");
  await pick("Kind of answer", "Agreed");
  await write("Answer", answer);
  await write("Reasons", "The force has three trainers and can spare one on two days a week.");
  await choose("Is this exempt from publication?", "No");
  await send("Return the answer");

  for (const reader of [lead, steering]) {
    await signIn(reader);
    await open(`/plan/actions/${late.id}`);
    await sees(/Gold lends a trainer of the force/);
  }
}

async function close({ hands, signIn }: Person, { keeper, plan }: Quarter): Promise<string> {
  const { page, open, follow, send, sees, heading } = hands;
  await signIn(keeper);
  await open(`/plan/snapshots?plan=${plan.id}`);
  await follow("Close the quarter");
  await heading(/^Close/);
  await send("Close the quarter");
  await follow(quarterWords(quarter));
  await sees(why);
  return new URL(page.url()).pathname;
}

/** Every part that the snapshot could not write says none, or what is said here. */
const written: Record<string, string> = {
  Recommendation: "That the group notes how the plan stands, and what Gold has answered.",
  "Financial and value for money": exempt,
};

async function publish(
  { hands, signIn }: Person,
  { keeper, steering, bodies }: Quarter,
): Promise<string> {
  const { page, keyboard, open, follow, choose, pick, pickStarting, write } = hands;
  const { date, send, sees, heading } = hands;
  await signIn(keeper);
  await open("/plan/reports/new");
  await choose("Which report is it?", "The quarter's report to the steering group");
  await pickStarting("Whose figures does it tell?", quarterWords(quarter));
  await write("Title", "How the Prevent plan stands");
  await pick("Which body is it put to?", bodies.steering.name);
  await choose("What is the report for?", purposeLabels.information);
  await write("Report of", "Head of community safety");
  await write("Contact", "The plan office");
  await send("Start report");
  const report = new URL(page.url()).pathname;

  const blank = page.getByRole("row").filter({ hasText: "Nothing yet" }).getByRole("link");
  const names = await blank.allTextContents();
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) {
    await page.getByRole("link", { name, exact: true }).click();
    await heading(name);
    const text = written[name];
    if (text) await write("Text", text);
    else await keyboard.tick(page.getByLabel("None: there is nothing to say here"));
    if (text === exempt)
      await pick(
        "Is this section exempt from publication?",
        `Yes, paragraph ${exemptParagraphs["3"]}`,
      );
    await send("Save section");
  }

  await page.goto(`${report}/approvers`);
  for (const [role, post] of officers) {
    await choose("What do they approve it for?", approverRoles[role]);
    await write("Post", post);
    await pickStarting(
      "Who gives the approval here?",
      role === "service_director" ? "steering_member" : "Nobody",
    );
    await send("Name officer");
    await page.goto(`${report}/approvers`);
  }
  await open(report);
  await send("Send for approval");
  for (const [role, post] of officers.filter(([one]) => one !== "service_director")) {
    await page.getByRole("link", { name: `Record the approval of ${post}` }).click();
    await heading(/^Record the approval/);
    await write("Name of the officer", `Officer for ${role}`);
    await date("When did they approve it?", today);
    await send("Record approval");
  }
  await expect(page.getByRole("link", { name: "Publish the report" })).toHaveCount(0);

  await signIn(steering);
  await open(report);
  await follow("Approve the report");
  await heading(/^Approve/);
  await send("Approve version 1");

  await signIn(keeper);
  await open(report);
  await follow("Publish the report");
  await heading("Publish the report");
  await choose("May everybody read the public copy?", "Yes");
  await send("Publish report");
  await sees("Published");
  return report;
}

const officers = [
  ["legal", "Head of legal services"],
  ["finance", "Finance business partner"],
  ["hr", "Head of people"],
  ["service_director", "Director of communities"],
] as const;

type Kept = { snapshot: string; report: string };

/** The quarter as it was kept, and the report as the co-ordinator, Gold and everybody else read it. */
async function readBoth({ hands, signIn }: Person, story: Quarter, { snapshot, report }: Kept) {
  const { page } = hands;
  const words = () =>
    page.getByRole("main").evaluate((main) => {
      const printed = main.cloneNode(true) as HTMLElement;
      for (const control of printed.querySelectorAll(".app-no-print")) control.remove();
      return printed.textContent;
    });
  await signIn(story.keeper);
  await page.goto(snapshot);
  const kept = await words();
  await page.goto(report);
  const address = await page.getByRole("link", { name: "the public page" }).getAttribute("href");
  await page.goto(`${report}/versions/2`);
  const whole = await words();
  await signIn(story.gold);
  await page.goto(`${report}/versions/2?part=public`);
  const forGold = await words();
  await page.context().clearCookies();
  await page.goto(address ?? "");
  const forAll = await words();

  expect(kept).toContain(why);
  expect(whole).toContain(exempt);
  for (const read of [forGold, forAll]) {
    expect(read).toContain("Two trainers left in the spring");
    expect(read).not.toContain(exempt);
  }
  return { kept, whole, forGold, forAll };
}

async function goOn({ hands, signIn }: Person, { lead, late, plan }: Quarter) {
  const { open, follow, choose, write, send, sees } = hands;
  await signIn(lead);
  await open(`/plan/actions/${late.id}`);
  await follow("Update this action");
  await choose("How does it stand?", ragLabels.green);
  await write("How much is done?", "70");
  await send("Save update");
  await open(`/plan?plan=${plan.id}`);
  await sees("70%");
}
