import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addMonths, dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { answerRequest } from "@/lib/information/answers/commands";
import { listRequestsToAnswer, viewRequestToAnswer } from "@/lib/information/answers/queries";
import {
  askForInformation,
  cancelRequest,
  chaseRequest,
} from "@/lib/information/requests/commands";
import { viewRequests } from "@/lib/information/requests/queries";
import { once } from "@/lib/request/once";
import {
  aCase,
  aMeeting,
  anActor,
  anItem,
  anOrganisation,
  aRequest,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

async function aCaseBeingGathered() {
  const cora = await anActor("coordinator");
  const opened = await aCase({ coordinator: cora });
  const lead = await anActor("agency_lead", { areaId: cora.areaId });
  return { cora, lead, ...opened };
}

const question = {
  question: "What do you know of attendance and friendships since September?",
  lawfulBasis: "safeguarding",
  dueDay: addMonths(dayOf(new Date()), 2),
} as const;
const shared = {
  kind: "fact",
  text: "Attendance fell to half in October.",
  source: "Attendance register",
  asOf: "2026-01-15",
  reliability: "reliable",
  corroboration: "corroborated",
  necessity: "It answers the question.",
  audience: "all_partners",
  namedOrganisationIds: [] as string[],
  lawfulBasis: "safeguarding",
} as const;

const answer = (actor: Actor, input: Parameters<typeof answerRequest>[1]) =>
  withActor(actor, (ctx) => answerRequest(ctx, input));
const matrix = (actor: Actor, reference: string) =>
  withActor(actor, (ctx) => viewRequests(ctx, reference));

test("several organisations are asked at once, each is told, and it is recorded (IS-02)", async () => {
  const { cora, lead, id: caseId, reference, areaId } = await aCaseBeingGathered();
  const school = await anOrganisation(areaId);
  const organisationIds = [lead.organisationId, school.id];

  await withActor(cora, (ctx) => askForInformation(ctx, { caseId, organisationIds, ...question }));

  const { requests, notAsked } = await matrix(cora, reference);
  expect(requests.map(({ cell }) => cell)).toEqual(["asked", "asked"]);
  expect(notAsked).not.toContain(school.name);
  await expect(
    owner.notification.findMany({ where: { hatId: lead.hatId } }),
  ).resolves.toMatchObject([{ kind: "request_asked", reference }]);
  await expect(
    owner.auditEvent.findFirst({ where: { actor: cora.userId, type: "information.asked" } }),
  ).resolves.toMatchObject({ facts: { requests: 2, lawfulBasis: "safeguarding" } });
});

test("each is asked a question of its own or the common one, and somebody asked in for the case is asked by name", async () => {
  const { cora, lead, id: caseId, reference, ...opened } = await aCaseBeingGathered();
  const [school, health] = [
    await anOrganisation(opened.areaId),
    await anOrganisation(opened.areaId),
  ];
  const tess = await anActor("invitee", { areaId: opened.areaId });
  const { id: meetingId } = await aMeeting({ areaId: opened.areaId, status: "planned" });
  await anItem({ id: caseId, areaId: opened.areaId }, { other: tess }, { meetingId });
  const own = {
    [school.id]: "How many lessons were missed in October?",
    [tess.hatId]: "What did you see in your own lessons?",
  };

  await withActor(cora, (ctx) =>
    askForInformation(ctx, {
      ...{ caseId, organisationIds: [school.id, health.id], hatIds: [tess.hatId], own },
      ...question,
    }),
  );

  const { requests } = await matrix(cora, reference);
  const asked = requests.map(({ organisationId, askedOf, question: words }) => [
    askedOf ? tess.hatId : organisationId,
    words,
  ]);
  expect(Object.fromEntries(asked)).toEqual({ ...own, [health.id]: question.question });
  await expect(
    owner.notification.findMany({ where: { hatId: tess.hatId } }),
  ).resolves.toMatchObject([{ kind: "request_asked", reference }]);
  await expect(
    owner.auditEvent.findFirst({ where: { actor: cora.userId, type: "information.asked" } }),
  ).resolves.toMatchObject({ facts: { requests: 3, own: 2 } });
});

test("s.37(4) nobody is asked by name who is not asked in, or is not any more; and then nobody is", async () => {
  const { cora, lead, id: caseId, areaId } = await aCaseBeingGathered();
  const tess = await anActor("invitee", { areaId });
  const { id: meetingId } = await aMeeting({ areaId, status: "closed" });
  await anItem({ id: caseId, areaId }, { other: tess }, { meetingId });
  const ask = (hatId: string) =>
    withActor(cora, (ctx) =>
      askForInformation(ctx, {
        ...{ caseId, organisationIds: [lead.organisationId], hatIds: [hatId] },
        ...question,
      }),
    );

  for (const hatId of [tess.hatId, lead.hatId])
    await expect(ask(hatId)).rejects.toMatchObject({ name: "FieldsRefused" });
  await expect(owner.informationRequest.count({ where: { caseId } })).resolves.toBe(0);
});

test("a form that asks many with questions of their own is done once, however often it is sent", async () => {
  const { cora, lead, id: caseId, areaId } = await aCaseBeingGathered();
  const school = await anOrganisation(areaId);
  const own = { [school.id]: "How many lessons were missed in October?" };
  const input = { caseId, organisationIds: [lead.organisationId, school.id], own, ...question };
  const key = crypto.randomUUID();
  const send = () =>
    withActor(cora, (ctx) => once(ctx, key, input, () => askForInformation(ctx, input)));

  await send();
  await send();

  await expect(owner.informationRequest.count({ where: { caseId } })).resolves.toBe(2);
});

test("the gateway asks too, but a panel member, a mentor and a stranger do not", async () => {
  const { lead, id: caseId, areaId } = await aCaseBeingGathered();
  const ask = async (role: "gateway_officer" | "panel_member" | "provider" | "coordinator") => {
    const actor = await anActor(role, { areaId });
    const input = { caseId, organisationIds: [lead.organisationId], ...question };
    return withActor(actor, (ctx) => askForInformation(ctx, input));
  };

  await expect(ask("gateway_officer")).resolves.toBeDefined();
  await expect(ask("panel_member")).rejects.toMatchObject({ name: "NotFound" });
  await expect(ask("provider")).rejects.toMatchObject({ name: "NotFound" });
  await expect(ask("coordinator")).rejects.toMatchObject({ name: "NotFound" });
});

test("an organisation of another area is not asked, and then nobody is", async () => {
  const { cora, lead, id: caseId } = await aCaseBeingGathered();
  const { id: stranger } = await anOrganisation();
  const organisationIds = [lead.organisationId, stranger];

  const asking = withActor(cora, (ctx) =>
    askForInformation(ctx, { caseId, organisationIds, ...question }),
  );

  await expect(asking).rejects.toMatchObject({ name: "FieldsRefused" });
  await expect(owner.informationRequest.count({ where: { caseId } })).resolves.toBe(0);
});

test("nobody is asked about a closed case", async () => {
  const cora = await anActor("coordinator");
  const { id: caseId } = await aCase({ coordinator: cora, caseStatus: "closed_not_prevent" });
  const { id } = await anOrganisation(cora.areaId);

  const asking = withActor(cora, (ctx) =>
    askForInformation(ctx, { caseId, organisationIds: [id], ...question }),
  );

  await expect(asking).rejects.toMatchObject({ name: "RuleBroken" });
});

test("an answer becomes an item supplied by the organisation that gave it (IS-11)", async () => {
  const { cora, lead, reference, ...opened } = await aCaseBeingGathered();
  const { id: requestId } = await aRequest(
    { ...opened, reference },
    { organisationId: lead.organisationId, askedBy: cora },
  );

  await answer(lead, { requestId, answer: "answered", ...shared });

  await expect(
    owner.informationItem.findMany({ where: { caseId: opened.id } }),
  ).resolves.toMatchObject([
    { suppliedById: lead.organisationId, requestId, kind: "fact", body: shared.text },
  ]);
  await expect(matrix(cora, reference)).resolves.toMatchObject({
    requests: [{ cell: "answered" }],
  });
  await expect(
    owner.notification.findMany({ where: { hatId: cora.hatId } }),
  ).resolves.toMatchObject([{ kind: "request_answered", reference }]);
  const seen = await withActor(lead, (ctx) => viewRequestToAnswer(ctx, requestId));
  expect(seen.shared).toMatchObject([{ text: shared.text }]);
});

test("an answer for the chair and the coordinator is sealed, though the supplier cannot read the case", async () => {
  const { cora, lead, reference, ...opened } = await aCaseBeingGathered();
  const { id: requestId } = await aRequest(
    { ...opened, reference },
    { organisationId: lead.organisationId, askedBy: cora },
  );

  await answer(lead, {
    requestId,
    answer: "answered",
    ...shared,
    audience: "chair_and_coordinator",
  });

  const [stored] = await owner.informationItem.findMany({ where: { caseId: opened.id } });
  expect(stored).toMatchObject({ body: null, audience: "chair_and_coordinator" });
});

test.for([
  ["nil", { answer: "nil", searched: "Pupil records and the safeguarding log." }],
  ["declined", { answer: "declined", reasons: "We hold notes that are not ours to share." }],
] as const)("%s is an answer with what it needs, and no item", async ([cell, given]) => {
  const { cora, lead, reference, ...opened } = await aCaseBeingGathered();
  const { id: requestId } = await aRequest(
    { ...opened, reference },
    { organisationId: lead.organisationId },
  );

  await answer(lead, { requestId, ...given });

  await expect(matrix(cora, reference)).resolves.toMatchObject({
    requests: [{ cell, answerNote: expect.any(String) }],
  });
  await expect(owner.informationItem.count({ where: { caseId: opened.id } })).resolves.toBe(0);
});

test("a whole answer stands, and a cancelled request takes none", async () => {
  const { cora, lead, ...opened } = await aCaseBeingGathered();
  const [one, two] = [
    await aRequest(opened, { organisationId: lead.organisationId, state: "answered" }),
    await aRequest(opened, { organisationId: lead.organisationId }),
  ];
  await withActor(cora, (ctx) => cancelRequest(ctx, { requestId: two.id }));

  for (const { id: requestId } of [one, two])
    await expect(
      answer(lead, { requestId, answer: "nil", searched: "Everywhere." }),
    ).rejects.toMatchObject({ name: "RuleBroken" });
  await expect(owner.informationItem.count({ where: { caseId: opened.id } })).resolves.toBe(0);
});

test("an organisation sees its own requests and nothing of another's, nor of the case", async () => {
  const { lead, ...opened } = await aCaseBeingGathered();
  const other = await anActor("agency_lead", { areaId: opened.areaId });
  const { id: requestId } = await aRequest(opened, { organisationId: lead.organisationId });

  const listOf = (who: Actor) => withActor(who, (ctx) => listRequestsToAnswer(ctx));
  await expect(listOf(lead)).resolves.toMatchObject({ total: 1, requests: [{ id: requestId }] });
  await expect(listOf(other)).resolves.toMatchObject({ total: 0, requests: [] });
  await expect(
    withActor(other, (ctx) => viewRequestToAnswer(ctx, requestId)),
  ).rejects.toMatchObject({ name: "NotFound" });
  await expect(
    answer(other, { requestId, answer: "nil", searched: "Everywhere." }),
  ).rejects.toMatchObject({ name: "NotFound" });
  await expect(matrix(lead, opened.reference)).rejects.toMatchObject({ name: "NotFound" });
  await expect(withActor(lead, (ctx) => chaseRequest(ctx, { requestId }))).rejects.toMatchObject({
    name: "NotFound",
  });
});

test("whoever has a conflict of interest does not find what their organisation is asked, nor what it answered (Q-07)", async () => {
  const { lead, ...opened } = await aCaseBeingGathered();
  const { id: caseId, areaId } = opened;
  const { organisationId } = lead;
  const other = await anActor("agency_lead", { areaId, organisationId });
  const { id: requestId } = await aRequest(opened, { organisationId });
  await answer(other, { requestId, answer: "answered", ...shared });
  await owner.caseConflict.create({
    data: { caseId, areaId, userId: lead.userId, declaredAt: new Date() },
  });
  const seenBy = (actor: Actor) =>
    withActor(actor, async ({ tx }) => [
      await tx.informationRequest.count({ where: { caseId } }),
      await tx.informationItem.count({ where: { caseId } }),
    ]);

  expect([await seenBy(other), await seenBy(lead)]).toEqual([
    [1, 1],
    [0, 0],
  ]);
  await expect(withActor(lead, (ctx) => viewRequestToAnswer(ctx, requestId))).rejects.toMatchObject(
    { name: "NotFound" },
  );
});

test.for(["coordinator", "gateway_officer", "chair", "provider", "steering_member"] as const)(
  "a %s answers nothing for an organisation",
  async (role) => {
    const { lead, ...opened } = await aCaseBeingGathered();
    const { areaId } = opened;
    const actor = await anActor(role, { areaId, organisationId: lead.organisationId });
    const { id: requestId } = await aRequest(opened, { organisationId: lead.organisationId });

    await expect(
      answer(actor, { requestId, answer: "nil", searched: "Everywhere." }),
    ).rejects.toMatchObject({
      name: expect.stringMatching(/NotFound|Forbidden/),
    });
    await expect(withActor(actor, (ctx) => listRequestsToAnswer(ctx))).rejects.toMatchObject({
      name: "Forbidden",
    });
  },
);

test("a reminder goes once a day, and is counted", async () => {
  const { cora, lead, reference, ...opened } = await aCaseBeingGathered();
  const { id: requestId } = await aRequest(
    { ...opened, reference },
    { organisationId: lead.organisationId },
  );
  const chase = (now?: Date) => withActor(cora, (ctx) => chaseRequest(ctx, { requestId }), now);

  await chase();
  await expect(chase()).rejects.toMatchObject({ name: "RuleBroken" });
  await chase(new Date(Date.now() + 24 * 3_600_000));

  await expect(matrix(cora, reference)).resolves.toMatchObject({ requests: [{ chases: 2 }] });
  await expect(
    owner.notification.count({ where: { hatId: lead.hatId, kind: "request_chased" } }),
  ).resolves.toBe(2);
});

test("an unanswered request is late the day after it was due", async () => {
  const { cora, reference, ...opened } = await aCaseBeingGathered();
  await aRequest({ ...opened, reference }, { dueOn: "2026-03-31" });
  const on = (day: string) =>
    withActor(cora, (ctx) => viewRequests(ctx, reference), new Date(`${day}T12:00:00Z`));

  await expect(on("2026-03-31")).resolves.toMatchObject({ requests: [{ cell: "asked" }] });
  await expect(on("2026-04-01")).resolves.toMatchObject({ requests: [{ cell: "late" }] });
});

test("the pages of requests take few statements", async () => {
  const { cora, lead, reference, ...opened } = await aCaseBeingGathered();
  const { id } = await aRequest({ ...opened, reference }, { organisationId: lead.organisationId });

  const counts = [
    await countStatements(() => matrix(cora, reference)),
    await countStatements(() => withActor(lead, (ctx) => viewRequestToAnswer(ctx, id))),
    await countStatements(() => withActor(lead, (ctx) => listRequestsToAnswer(ctx))),
  ].map(({ count }) => count);

  expect(Math.max(...counts)).toBeLessThanOrEqual(5);
});
