import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import type { Prisma } from "@/lib/db/generated/client";
import { type Context, withActor } from "@/lib/db/with-actor";
import { Forbidden } from "@/lib/errors";
import { endApprover, nameApprover } from "@/lib/reports/approvals/commands";
import { publishReport, sendReport } from "@/lib/reports/commands";
import { previewReport, viewReport } from "@/lib/reports/queries";
import { aConsultation } from "@/tests/support/consultations";
import { anActor } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { anAreaWithAPlan, past } from "@/tests/support/past";
import { aReport } from "@/tests/support/reports";

const at = new Date();

test("only somebody of the area is asked to approve a report before it is published (BR-02)", async () => {
  const { areaId, as, keeper } = await anAreaWithAPlan();
  const { id: reportId } = await aReport(keeper);
  const name = ({ hatId }: Actor, post: string) =>
    past(keeper, (tx) =>
      tx.reportApprover.createMany({
        data: {
          ...{ reportId, areaId, role: "finance", post, hatId },
          ...{ namedByHatId: keeper.hatId, namedAt: at },
        },
      }),
    );

  await expect(name(await anActor("steering_member"), "x")).rejects.toThrow(/of the area/);
  await expect(name(await as("steering_member"), "y")).resolves.toEqual({ count: 1 });
});

test("a report is in the database for whoever may read it, as far as it has come, and its text for its keeper (BR-03)", async () => {
  const { as, keeper } = await anAreaWithAPlan();
  const [steering, gold] = [await as("steering_member"), await as("gold_reader")];
  const away = await anActor("steering_member");
  const ids = [
    await aReport(keeper),
    await aReport(keeper, { status: "in_approval" }),
    await aReport(keeper, { status: "published" }),
  ].map(({ id }) => id);
  const seen = (who: Actor) =>
    past(who, async (tx) => [
      await tx.boardReport.count({ where: { id: { in: ids } } }),
      await tx.reportSection.count({ where: { reportId: { in: ids } } }),
      await tx.reportVersion.count({ where: { reportId: { in: ids } } }),
    ]);

  expect((await seen(keeper))[0]).toBe(3);
  expect(await seen(steering)).toEqual([2, 0, 6]);
  expect(await seen(gold)).toEqual([1, 0, 1]);
  expect(await seen(away)).toEqual([0, 0, 0]);
});

test("a response is there for those who were asked, with their own words, and its questions stay once it is signed (2.1)", async () => {
  const { areaId, as, keeper } = await anAreaWithAPlan();
  const [asked, beside] = [await as("steering_member"), await as("steering_member")];
  const open = await aConsultation(keeper, { contributorHatId: asked.hatId });
  const signed = await aConsultation(keeper, { status: "signed_off" });
  const of = { consultationId: open.id, areaId, questionId: open.questionId };
  await owner.consultationContributor.create({
    data: {
      ...{ consultationId: open.id, areaId, hatId: beside.hatId, askedAt: at },
      askedByHatId: keeper.hatId,
    },
  });
  await owner.consultationAnswer.createMany({
    data: [asked, beside].map(({ hatId }) => ({ ...of, hatId, body: "x", saidAt: at })),
  });
  const seen = (who: Actor) =>
    past(who, async (tx) => [
      await tx.consultation.count({ where: { id: { in: [open.id, signed.id] } } }),
      await tx.consultationAnswer.count({ where: { consultationId: open.id } }),
    ]);
  const draft = (id: string) =>
    past(keeper, (tx) =>
      tx.consultationQuestion.updateMany({ where: { id }, data: { draft: "x" } }),
    );

  expect([await seen(keeper), await seen(asked), await seen(await as("steering_member"))]).toEqual([
    [2, 2],
    [1, 1],
    [0, 0],
  ]);
  expect([await draft(open.questionId), await draft(signed.questionId)]).toEqual([
    { count: 1 },
    { count: 0 },
  ]);
});

test("whoever reads a report and does not keep it changes nothing of it, by any page (BR-02)", async () => {
  const { as, keeper } = await anAreaWithAPlan();
  const [steering, lawyer] = [await as("steering_member"), await as("agency_lead")];
  const sent = await aReport(keeper, { status: "in_approval", approverHatId: lawyer.hatId });
  const { id: reportId, version, approverId } = sent;
  const changes: ((ctx: Context) => Promise<unknown>)[] = [
    (ctx) => previewReport(ctx, reportId),
    (ctx) => sendReport(ctx, { reportId, version }),
    (ctx) => publishReport(ctx, { reportId, version, isPublic: true }),
    (ctx) => endApprover(ctx, { approverId }),
    (ctx) => nameApprover(ctx, { reportId, role: "hr", post: "x", hatId: "none" }),
  ];

  for (const who of [steering, lawyer]) {
    await expect(withActor(who, (ctx) => viewReport(ctx, reportId))).resolves.toBeDefined();
    for (const change of changes) await expect(withActor(who, change)).rejects.toThrow(Forbidden);
  }
});

test("what was published never becomes a draft again, and is published as it was approved (BR-02, BR-05)", async () => {
  const { keeper } = await anAreaWithAPlan();
  const issued = await aReport(keeper, { status: "published" });
  const draft = await aReport(keeper, { hasApproval: true });
  const sent = await aReport(keeper, { status: "in_approval", hasApproval: true });
  const unnamed = await aReport(keeper, { status: "in_approval", hasApproval: true });
  await owner.reportApprover.updateMany({
    where: { reportId: unnamed.id },
    data: { endedAt: at },
  });
  const set = (id: string, data: Prisma.BoardReportUncheckedUpdateManyInput) =>
    past(keeper, (tx) => tx.boardReport.updateMany({ where: { id }, data }));
  const published = (latestVersion: number) => ({
    ...{ status: "published", latestVersion, publishedOn: at, publishedByHatId: keeper.hatId },
  });
  const copied = async (reportId: string, number: number) =>
    owner.reportVersion.createMany({
      data: ["full", "public"].map((part) => ({
        ...{ reportId, areaId: keeper.areaId, number, part, content: {} },
        ...{ madeByHatId: keeper.hatId, madeAt: at },
      })),
    });
  const back = { status: "draft", publishedOn: null, publishedByHatId: null };

  await expect(set(issued.id, back)).rejects.toThrow(/BR-05/);
  await expect(set(sent.id, published(2))).rejects.toThrow(/frozen copies/);
  for (const { id } of [draft, sent, unnamed]) await copied(id, 2);
  await owner.boardReport.update({ where: { id: draft.id }, data: { latestVersion: 1 } });
  await expect(set(draft.id, published(2))).rejects.toThrow(/BR-02/);
  await expect(set(unnamed.id, published(2))).rejects.toThrow(/BR-02/);
  await copied(sent.id, 3);
  await owner.reportApproval.updateMany({
    where: { reportId: sent.id },
    data: { versionNumber: 2 },
  });
  await expect(set(sent.id, published(3))).rejects.toThrow(/BR-02/);
  await owner.reportApproval.updateMany({
    where: { reportId: sent.id },
    data: { versionNumber: 1 },
  });
  await expect(set(sent.id, published(2))).resolves.toEqual({ count: 1 });
});

test("everybody reads what was made public, and nothing is public that is not published (BR-03)", async () => {
  const { keeper } = await anAreaWithAPlan();
  const ids = [
    (await aReport(keeper, { status: "published", isPublic: true })).id,
    (await aReport(keeper, { status: "published" })).id,
  ];
  const { id: sent } = await aReport(keeper, { status: "in_approval" });
  const open = past(keeper, (tx) =>
    tx.boardReport.updateMany({ where: { id: sent }, data: { isPublic: true, slug: sent } }),
  );

  await expect(open).rejects.toThrow(/public_when_published/);
  const seen = await past(theSystem(), (tx) =>
    tx.boardReport.findMany({ where: { id: { in: [...ids, sent] } }, select: { id: true } }),
  );
  expect(seen).toEqual([{ id: ids[0] }]);
});

test("an approval is given by who is named, in their own name, of the version that was sent (BR-02)", async () => {
  const { areaId, as, keeper } = await anAreaWithAPlan();
  const [lawyer, beside] = [await as("agency_lead"), await as("steering_member")];
  const named = { approverHatId: lawyer.hatId };
  const sent = await aReport(keeper, { ...named, status: "in_approval" });
  const other = await aReport(keeper, { ...named, status: "in_approval" });
  const draft = await aReport(keeper);
  const left = await owner.reportApprover.create({
    data: {
      ...{ reportId: sent.id, areaId, role: "hr", post: "x", hatId: lawyer.hatId, endedAt: at },
      ...{ namedByHatId: keeper.hatId, namedAt: at },
    },
  });
  const approve = (who: Actor, change: object = {}) =>
    past(who, (tx) =>
      tx.reportApproval.createMany({
        data: {
          ...{ approverId: sent.approverId, reportId: sent.id, areaId, versionNumber: 1 },
          ...{ name: "x", givenOn: at, recordedByHatId: who.hatId, recordedAt: at, ...change },
        },
      }),
    );
  const refused: [Actor, object?][] = [
    [beside],
    [keeper],
    [lawyer, { recordedByHatId: beside.hatId }],
    [lawyer, { versionNumber: 2 }],
    [lawyer, { approverId: left.id }],
    [lawyer, { reportId: other.id }],
    [keeper, { approverId: draft.approverId, reportId: draft.id, versionNumber: 0 }],
  ];

  for (const [who, change] of refused)
    await expect(approve(who, change), JSON.stringify(change)).rejects.toThrow(/row-level/);
  await expect(approve(lawyer)).resolves.toEqual({ count: 1 });
});

test("a report that was sent takes no other words, and one that is out no other name and no other copy (BR-05)", async () => {
  const { areaId, keeper } = await anAreaWithAPlan();
  const draft = await aReport(keeper);
  const sent = await aReport(keeper, { status: "in_approval" });
  const issued = await aReport(keeper, { status: "published" });
  const by = { editedByHatId: keeper.hatId, editedAt: at };
  const write = ({ id: reportId }: { id: string }) =>
    past(keeper, (tx) =>
      tx.reportSection.updateMany({ where: { reportId, code: "summary" }, data: { body: "x" } }),
    );
  const add = ({ id: reportId }: { id: string }) =>
    past(keeper, (tx) =>
      tx.reportSection.createMany({ data: { reportId, areaId, code: "x", position: 99, ...by } }),
    );
  const name = ({ id: reportId }: { id: string }) =>
    past(keeper, (tx) =>
      tx.reportApprover.createMany({
        data: {
          ...{ reportId, areaId, role: "property", post: "x" },
          ...{ namedByHatId: keeper.hatId, namedAt: at },
        },
      }),
    );
  const leave = ({ approverId: id }: { approverId: string }) =>
    past(keeper, (tx) => tx.reportApprover.updateMany({ where: { id }, data: { endedAt: at } }));
  const copy = ({ id: reportId }: { id: string }, number: number) =>
    past(keeper, (tx) =>
      tx.reportVersion.createMany({
        data: {
          ...{ reportId, areaId, number, part: "full", content: {} },
          ...{ madeByHatId: keeper.hatId, madeAt: at },
        },
      }),
    );

  expect([await write(draft), await write(sent)]).toEqual([{ count: 1 }, { count: 0 }]);
  await expect(add(sent)).rejects.toThrow(/row-level/);
  await expect(add(draft)).resolves.toEqual({ count: 1 });
  await expect(name(issued)).rejects.toThrow(/row-level/);
  await expect(name(sent)).resolves.toEqual({ count: 1 });
  expect([await leave(issued), await leave(sent)]).toEqual([{ count: 0 }, { count: 1 }]);
  await expect(copy(issued, 3)).rejects.toThrow(/row-level/);
  await expect(copy(sent, 3)).rejects.toThrow(/row-level/);
  await expect(copy(sent, 2)).resolves.toEqual({ count: 1 });
});

test("a response asks people of its area while it is open, takes their words until it is submitted, and then stays (2.1)", async () => {
  const { areaId, as, keeper } = await anAreaWithAPlan();
  const [lead, beside] = [await as("agency_lead"), await as("agency_lead")];
  const away = await anActor("agency_lead");
  const asked = { contributorHatId: lead.hatId };
  const open = await aConsultation(keeper, asked);
  const signed = await aConsultation(keeper, { ...asked, status: "signed_off" });
  const done = await aConsultation(keeper, { ...asked, status: "submitted" });
  const ask = ({ id: consultationId }: { id: string }, { hatId }: Actor) =>
    past(keeper, (tx) =>
      tx.consultationContributor.createMany({
        data: { consultationId, areaId, hatId, askedByHatId: keeper.hatId, askedAt: at },
      }),
    );
  const question = ({ id: consultationId }: { id: string }) =>
    past(keeper, (tx) =>
      tx.consultationQuestion.createMany({
        data: {
          ...{ consultationId, areaId, number: 9, text: "x" },
          ...{ editedByHatId: keeper.hatId, editedAt: at },
        },
      }),
    );
  type One = { id: string; questionId: string };
  const say = ({ hatId, ...who }: Actor, { id: consultationId, questionId }: One, as = hatId) =>
    past({ hatId, ...who }, (tx) =>
      tx.consultationAnswer.createMany({
        data: { consultationId, questionId, areaId, hatId: as, body: "x", saidAt: at },
      }),
    );
  const reword = past(keeper, (tx) =>
    tx.consultation.updateMany({ where: { id: done.id }, data: { receipt: "x" } }),
  );

  await expect(reword).rejects.toThrow(/stays as it was/);
  await expect(ask(open, away)).rejects.toThrow(/of the area/);
  await expect(ask(signed, beside)).rejects.toThrow(/row-level/);
  await expect(question(signed)).rejects.toThrow(/row-level/);
  await expect(question(open)).resolves.toEqual({ count: 1 });
  await expect(say(beside, open)).rejects.toThrow(/row-level/);
  await expect(say(lead, done)).rejects.toThrow(/row-level/);
  await expect(say(lead, { ...open, questionId: signed.questionId })).rejects.toThrow(/row-level/);
  await expect(say(lead, signed)).resolves.toEqual({ count: 1 });
  await expect(ask(open, beside)).resolves.toEqual({ count: 1 });
  await expect(say(lead, open, beside.hatId)).rejects.toThrow(/row-level/);
});
