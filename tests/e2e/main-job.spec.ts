import type { Page } from "@playwright/test";

import type { Actor } from "@/lib/access/actor";
import { addDays, dayOf } from "@/lib/dates";
import { anActor, anOrganisation, aReadyArea, aReferral } from "@/tests/support/factories";
import { expect, expectAccessible, test } from "@/tests/support/journey";
import { keyboardOf } from "@/tests/support/keyboard";

const today = dayOf(new Date());
const said =
  "He told two friends at lunch what he had watched, said the words, and wrote them on his folder. ";
const reasons =
  "It has gone on for three weeks, school has tried what it can, and the worry is growing.";

type Hands = ReturnType<typeof handsOn>;

/** What a person does on a page, in their words: everything by keyboard, each page looked at once by axe. */
function handsOn(page: Page) {
  const keyboard = keyboardOf(page);
  const labelled = (name: string, exact = true) => page.getByLabel(name, { exact });
  const group = (name: string) => page.getByRole("group", { name });
  return {
    page,
    keyboard,
    open: async (path: string) => {
      await page.goto(path);
      await expectAccessible(page);
    },
    write: (label: string, text: string) => keyboard.write(labelled(label), text),
    choose: (question: string, answer: string) =>
      keyboard.choose(group(question).getByLabel(answer, { exact: true })),
    tick: (question: string, answer: string) =>
      keyboard.tick(group(question).getByLabel(answer, { exact: true })),
    pick: (label: string, answer: string) => keyboard.pick(labelled(label), answer),
    date: (question: string, day: string) => keyboard.date(group(question), day),
    follow: async (name: string | RegExp) => {
      const main = page.getByRole("main");
      const link = main.getByRole("link", { name }).or(main.getByRole("button", { name }));
      await keyboard.press(link.first());
    },
    send: (name: string) => keyboard.press(page.getByRole("button", { name, exact: true })),
    sees: (text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible(),
    heading: (name: string | RegExp) =>
      expect(page.getByRole("heading", { level: 1, name })).toBeVisible(),
  };
}

async function aPartnership() {
  const area = await aReadyArea();
  const { areaId, council } = area;
  const school = area.referrer.organisationId;
  const health = await anOrganisation(areaId, "health");
  const probation = await anOrganisation(areaId, "probation");
  const harbour = await anOrganisation(areaId, "voluntary");
  const at = (organisation: { id: string }) => ({ areaId, organisationId: organisation.id });
  return {
    ...area,
    school,
    health,
    probation,
    harbour,
    chair: await anActor("chair", { ...at(council), seat: "chair" }),
    police: await anActor("panel_member", { ...at(area.police), seat: "police" }),
    nurse: await anActor("panel_member", { ...at(health), seat: "health" }),
    healthLead: await anActor("agency_lead", at(health)),
    probationLead: await anActor("agency_lead", at(probation)),
    mentor: await anActor("provider", at(harbour)),
    planner: await anActor("prevent_coordinator", at(council)),
    steering: await anActor("steering_member", at(council)),
  };
}

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
  const hands = handsOn(page);
  const as = (who: Actor) => signIn(who);

  await test.step("the lead notices, checks and shares", async () => {
    await as(people.referrer);
    await noticesAndChecks(hands);
  });
  const referral = await test.step("and sends the referral", () => sendsReferral(hands, people));
  await test.step("the gateway finds the earlier, misspelt referral and takes it forward", async () => {
    await as(people.officer);
    await screens(hands, referral, people);
  });
});

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
  const { page, follow, write, date, choose, tick, pick, send, heading } = hands;
  const next = () => send("Save and continue");

  await follow("Is anybody in danger?").catch(() => undefined);
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
  await write(
    "What else could explain it, and who might see it differently?",
    "He may want to shock the others.",
  );
  await next();
  await tick("Needs that are known", "Bullying");
  await write("What is going well, and who supports the person?", "Close to his grandmother.");
  await next();
  await choose("Have you discussed this with your safeguarding lead?", "Yes");
  await choose("Does the person know about this referral?", "Yes");
  await write("Why does this need Prevent rather than another service?", reasons);
  await next();
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

async function screens(
  hands: Hands,
  referral: string,
  people: Awaited<ReturnType<typeof aPartnership>>,
) {
  const { open, follow, choose, tick, write, date, send, sees } = hands;
  await open("/referrals");
  await follow(referral);
  await sees("Ciaran Harlow");
  await sees(/Surname sounds the same|Harlowe/);
  await follow(/Compare|Kieran/);
  await choose("Are these two referrals about the same person?", "The same person");
  await write("Reasons", "The same date of birth and school, and one letter between the names.");
  await send("Record answer");
  await sees(/1 other referral is of the same person|1 other referral is/);

  await open(`/referrals/${referral}/deconfliction`);
  await choose("What did the check find?", "Clear to continue");
  await send("Record check");

  await open(`/referrals/${referral}/screen`);
  await choose("What happens to this referral?", "Take it forward and gather information");
  void [tick, date, people];
}
