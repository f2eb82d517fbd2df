import type { Role } from "@/lib/access/labels";
import { panelClosureCodes, supportClosureCodes } from "@/lib/cases/labels";
import { addDays, addMonths, dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { type ItemKind, outcomeLabels, type Seat } from "@/lib/panels/labels";
import { changeBlock } from "@/lib/panels/minutes/commands";
import { careAnswers } from "@/lib/support/labels";
import {
  aCase,
  aConsent,
  aMeeting,
  anActor,
  anAssessment,
  anItem,
  anOrganisation,
  aPlan,
  aReadyArea,
  aTransfer,
  aUser,
} from "@/tests/support/factories";
import { type Hands, handsOn } from "@/tests/support/hands";
import { expect, test } from "@/tests/support/journey";
import { owner } from "@/tests/support/owner";

const today = dayOf(new Date());
const reasons = "Every organisation was heard, and this is what they agreed would help the person.";
const adult = { dateOfBirth: "1990-05-17" };

async function aPanel() {
  const area = await aReadyArea();
  const { areaId, council, police } = area;
  const health = await anOrganisation(areaId, "health");
  const named = async (name: string, role: Role, at: { id: string }, seat?: Seat) => {
    const { id: userId } = await aUser(name);
    const who = { areaId, userId, organisationId: at.id, ...(seat && { seat }) };
    return { ...(await anActor(role, who)), name };
  };
  return {
    areaId,
    coordinator: await named("Cora Linden", "coordinator", council),
    chair: await named("Charles Everly", "chair", council, "chair"),
    police: await named("Pia Rowntree", "panel_member", police, "police"),
    nurse: await named("Hana Merrow", "panel_member", health, "health"),
    carer: await named("Sam Fielding", "panel_member", council, "childrens_social_care"),
  };
}
type Panel = Awaited<ReturnType<typeof aPanel>>;
type Opened = Awaited<ReturnType<typeof aCase>>;

/** Eight cases on the agenda of a meeting that has begun, each with what its decision needs. */
async function anAgenda(panel: Panel) {
  const { areaId, coordinator, chair, police, nurse: health, carer } = panel;
  const { id: meetingId } = await aMeeting({ calledBy: coordinator, heldOn: today });
  const seated = { chair, police, health, childrens_social_care: carer };
  const list = async (caseStatus: string, kind: ItemKind, person: object = adult) => {
    const opened = await aCase({ areaId, caseStatus, person, workers: [coordinator, chair] });
    const { id: itemId } = await anItem(opened, seated, { meetingId, kind, isPresent: false });
    return { ...opened, itemId };
  };
  const agenda = {
    child: await list("panel_listed", "new_case", {}),
    conflict: await list("panel_listed", "new_case"),
    deferred: await list("panel_listed", "new_case"),
    notAdopted: await list("panel_listed", "new_case"),
    split: await list("in_support", "monthly_review"),
    reviewed: await list("review_6m", "review_6m"),
    ending: await list("in_support", "closure"),
    moved: await list("in_support", "transfer"),
  };
  await aPlan(agenda.child, coordinator);
  await isReadyToEnd(agenda.ending, panel);
  await wasInSupport(agenda.reviewed);
  await wasTakenOn(agenda.moved, coordinator.hatId);
  return { meetingId, ...agenda };
}
type Agenda = Awaited<ReturnType<typeof anAgenda>>;

async function isReadyToEnd(opened: Opened, { coordinator }: Panel) {
  await aConsent(opened);
  await anAssessment(opened, { status: "countersigned", purpose: "exit", author: coordinator });
}

async function wasInSupport({ id: caseId, areaId }: Opened) {
  const exitedOn = new Date(addMonths(today, -6));
  await owner.case.update({
    where: { id: caseId },
    data: { exitedOn, retentionClass: "adopted_exited" },
  });
  for (const [kind, months] of [
    ["review_6m", 0],
    ["review_12m", 6],
  ] as const) {
    const of = { caseId, areaId, kind, dueOn: new Date(addMonths(today, months)) };
    await owner.review.create({ data: of });
    await owner.clock.create({ data: { ...of, ownerRole: "chair", startedOn: exitedOn } });
  }
}

async function wasTakenOn(opened: Opened, hatId: string) {
  const { id } = await aTransfer(opened.areaId);
  const answer = { status: "accepted", answeredByHatId: hatId, answeredAt: new Date() };
  await owner.caseTransfer.update({
    where: { id },
    data: { ...answer, newCaseId: opened.id, newReference: opened.reference },
  });
}

test("a panel takes eight cases and its chair signs the minutes, with keyboards alone", async ({
  page,
  signIn,
}) => {
  test.setTimeout(600_000);
  const panel = await aPanel();
  const agenda = await anAgenda(panel);
  const hands = handsOn(page);
  const table = `/meetings/${agenda.meetingId}/sit`;

  await test.step("the chair takes attendance, and everybody agrees to the statement", async () => {
    await signIn(panel.chair);
    await takesAttendance(hands, agenda, panel);
  });
  await test.step("the police declare a conflict, and find nothing of that case any more", async () => {
    await signIn(panel.police);
    await declaresConflict(hands, agenda);
  });
  await test.step("the panel takes its cases one by one", async () => {
    await signIn(panel.chair);
    await hands.open(table);
    await takesEveryItem(hands, agenda);
  });
  await test.step("the chair closes the meeting, and its minutes are there", async () => {
    await hands.open(table);
    await hands.follow("Close the meeting");
    await hands.heading("Close the meeting");
    await hands.send("Close the meeting");
    await hands.heading("Minutes");
    await hands.sees("The meeting has been closed, and its minutes are written from the record");
  });
  await test.step("the coordinator puts a block into better words, and a member comments", async () => {
    await signIn(panel.coordinator);
    await changesBlock(hands, agenda);
    await signIn(panel.nurse);
    await comments(hands, agenda);
  });
  await test.step("the chair signs, and nobody can change them", async () => {
    await signIn(panel.chair);
    await signs(hands, agenda);
    await signIn(panel.coordinator);
    await cannotChange(hands, agenda, panel);
  });
});

async function takesAttendance(hands: Hands, { meetingId }: Agenda, panel: Panel) {
  const { page, open, follow, send, sees } = hands;
  await open(`/meetings/${meetingId}`);
  await follow("Go to the table");
  await hands.heading("At the table");
  await follow("Take attendance");
  for (const who of [panel.chair, panel.police, panel.nurse, panel.carer])
    await hands.keyboard.tick(page.getByLabel(new RegExp(who.name)));
  await hands.keyboard.tick(
    page.getByLabel("Everybody in the room agrees to the confidentiality statement"),
  );
  await send("Record attendance");
  await sees("Attendance has been recorded");
  await sees("Agreed");
}

async function declaresConflict(hands: Hands, { meetingId, conflict }: Agenda) {
  const { page, open, follow, write, send, heading, sees } = hands;
  const item = `/meetings/${meetingId}/sit/${conflict.itemId}`;
  await open(item);
  await heading(new RegExp(conflict.reference));
  await follow("Declare a conflict of interest");
  await write("What is the conflict?", "They live in the same street.");
  await send("Record the conflict of interest");
  await heading("At the table");
  await sees("The conflict of interest has been recorded");
  await expect(page.getByText(conflict.reference)).toHaveCount(0);
  for (const gone of [item, `/cases/${conflict.reference}`]) {
    await page.goto(gone);
    await heading("Page not found");
  }
}

/** In the order of the agenda, each by the link that the last one ends with. */
async function takesEveryItem(hands: Hands, agenda: Agenda) {
  const { page, follow, send, sees } = hands;
  const { meetingId: _, ...cases } = agenda;
  const left = new Map(Object.entries(cases).map(([name, { reference }]) => [reference, name]));
  await follow(/^Go to PC-/);
  for (let number = 1; number <= 8; number++) {
    await sees(`Item ${number} of 8`);
    const title = await page.getByRole("heading", { level: 1 }).textContent();
    const reference = title?.match(/PC-[\d-]+/)?.[0] ?? "";
    const name = left.get(reference) as keyof typeof decides;
    left.delete(reference);
    await send("Begin this item");
    await sees("At the table now");
    await decides[name](hands);
    await send("Record decision");
    await sees("The decision has been recorded");
    if (number < 8) await follow(/^(Go to the n|N)ext item/);
  }
  expect([...left.keys()]).toEqual([]);
}

async function saysTheRest({ write, choose, date }: Hands, who = "Who tells the person?") {
  await write("Which options did the panel consider?", "Early help alone, and doing nothing.");
  await write("Reasons", reasons);
  await choose("How did the panel agree?", "Everyone agreed");
  await choose(who, "Channel coordinator");
  await date("When are they told?", addDays(today, 2));
}

const question = "What did the panel decide?";
const nextReview = "When is the next review?";

/** What the panel decides of each, as its chair writes it down. */
const decides = {
  child: async (hands: Hands) => {
    await hands.sees("Quorate");
    await hands.choose(question, outcomeLabels.adopt);
    await saysTheRest(hands, "Who tells the child and their parent?");
  },
  conflict: async ({ page, sees, choose, write }: Hands) => {
    await sees("Still needed: police");
    await expect(page.getByLabel(outcomeLabels.adopt)).toHaveCount(0);
    await choose(question, outcomeLabels.discussed_only);
    await write("Reasons", reasons);
  },
  deferred: async (hands: Hands) => {
    const { page, choose, write, date, sees } = hands;
    await choose(question, outcomeLabels.defer);
    await write("What information is the panel waiting for?", "What the housing team knows.");
    await sees(/^Draft saved/);
    await page.reload(); // as after a lost connection
    await sees(/What you typed before is here/);
    await expect(page.getByLabel("What information is the panel waiting for?")).toHaveValue(
      "What the housing team knows.",
    );
    await date("When does the panel meet next on this?", addDays(today, 28));
    await saysTheRest(hands);
  },
  notAdopted: async (hands: Hands) => {
    const { choose, write } = hands;
    await choose(question, outcomeLabels.not_adopt);
    await choose("Why?", panelClosureCodes.not_adopted_refer_health_social_care);
    await choose("Will health or social care help?", careAnswers.referral_made);
    await write("What was considered or arranged?", "The trust takes a referral this week.");
    await saysTheRest(hands);
  },
  split: async (hands: Hands) => {
    const { choose, write, date } = hands;
    await choose(question, outcomeLabels.continue);
    await date(nextReview, addDays(today, 20));
    await saysTheRest(hands);
    await choose("How did the panel agree?", "Most agreed");
    await write("How many agreed?", "3");
    await write("How many did not?", "1");
    await write("What did those who did not agree say?", "Health would have ended the support.");
  },
  reviewed: async (hands: Hands) => {
    await hands.choose(question, outcomeLabels.review_ok);
    await saysTheRest(hands);
  },
  ending: async (hands: Hands) => {
    const { choose, write } = hands;
    await choose(question, outcomeLabels.exit);
    await choose("Why?", supportClosureCodes.exit_risk_significantly_reduced);
    await choose("Which is the exit assessment?", /.+/);
    await choose("Is the person being referred on?", "No");
    await choose("Will health or social care help?", careAnswers.considered_not_needed);
    await write("What was considered or arranged?", "The doctor knows.");
    await saysTheRest(hands);
  },
  moved: async (hands: Hands) => {
    await hands.choose(question, outcomeLabels.continue);
    await hands.date(nextReview, addDays(today, 20));
    await saysTheRest(hands);
  },
};

const linkTo = ({ split }: Agenda) => new RegExp(`the minutes of ${split.reference}$`);

async function changesBlock(hands: Hands, agenda: Agenda) {
  const { page, open, follow, send, sees } = hands;
  await open(`/meetings/${agenda.meetingId}/minutes`);
  await sees("Those who did not agree: Health would have ended the support.");
  await follow(linkTo(agenda));
  const words = page.getByLabel("Minutes of this case");
  const before = await words.inputValue();
  expect(before).toContain("Most agreed (3 agreed, 1 did not)");
  await hands.write("Minutes of this case", `${before}\n\nThe panel thanked the mentor.`);
  await send("Save the minutes of this case");
  await sees("The minutes of this case have been changed");
}

async function comments(hands: Hands, agenda: Agenda) {
  await hands.open(`/meetings/${agenda.meetingId}/minutes`);
  await hands.follow(linkTo(agenda));
  await hands.write("What should be different in this draft?", "Health asked for one more month.");
  await hands.send("Send comment");
  await hands.sees("Your comment is with the draft");
}

async function signs(hands: Hands, { meetingId }: Agenda) {
  const { open, follow, send, sees } = hands;
  await open(`/meetings/${meetingId}/minutes`);
  await sees("Health asked for one more month.");
  await follow("Sign the minutes");
  await hands.heading("Sign the minutes");
  await send("Sign the minutes");
  await sees("The minutes have been signed");
  await sees("The panel thanked the mentor.");
}

/** Neither on the page, nor by the command, nor past both in the database. */
async function cannotChange(hands: Hands, agenda: Agenda, { coordinator }: Panel) {
  const { page, open, follow, sees } = hands;
  await open(`/meetings/${agenda.meetingId}/minutes`);
  await expect(page.getByRole("link", { name: "Sign the minutes" })).toHaveCount(0);
  await follow(linkTo(agenda));
  await sees(/Nobody can change it/);
  await expect(page.getByLabel("Minutes of this case")).toHaveCount(0);

  const { id: blockId, version } = await owner.minuteBlock.findUniqueOrThrow({
    where: { itemId: agenda.split.itemId },
  });
  await expect(
    withActor(coordinator, (ctx) => changeBlock(ctx, { blockId, version, body: "Other words" })),
  ).rejects.toThrow("signed");
  await expect(
    withActor(
      coordinator,
      ({ tx }) => tx.$executeRaw`update minute_blocks set version = 99 where id = ${blockId}::uuid`,
    ),
  ).rejects.toThrow("cannot be changed");
}
