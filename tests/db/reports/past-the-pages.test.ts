import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import type { Prisma } from "@/lib/db/generated/client";
import { type Context, withActor } from "@/lib/db/with-actor";
import { Forbidden } from "@/lib/errors";
import { endApprover, nameApprover } from "@/lib/reports/approvals/commands";
import { publishReport, sendReport } from "@/lib/reports/commands";
import { previewReport, viewReport } from "@/lib/reports/queries";
import { type FrozenReport, publicPartOf } from "@/lib/reports/rules";
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

const set = (keeper: Actor, id: string, data: Prisma.BoardReportUncheckedUpdateManyInput) =>
  past(keeper, (tx) => tx.boardReport.updateMany({ where: { id }, data }));
const published = (keeper: Actor, latestVersion: number) => ({
  ...{ status: "published", latestVersion, publishedOn: at, publishedByHatId: keeper.hatId },
});

/** Frozen once more: what was sent, or nothing at all. */
const copied = (keeper: Actor, reportId: string, number: number) => owner.$executeRaw`
  insert into report_versions (report_id, area_id, number, part, content, made_by_hat, made_at)
  select ${reportId}::uuid, ${keeper.areaId}::uuid, ${number}, part,
         coalesce((select v.content from report_versions v
                    where v.report_id = ${reportId}::uuid and v.number = 1 and v.part = p.part), '{}'),
         ${keeper.hatId}::uuid, now()
    from unnest(array['full', 'public']) as p (part)`;

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
  const back = { status: "draft", publishedOn: null, publishedByHatId: null };

  await expect(set(keeper, issued.id, back)).rejects.toThrow(/BR-05/);
  await expect(set(keeper, sent.id, published(keeper, 2))).rejects.toThrow(/frozen copies/);
  for (const { id } of [draft, sent, unnamed]) await copied(keeper, id, 2);
  await owner.boardReport.update({ where: { id: draft.id }, data: { latestVersion: 1 } });
  await expect(set(keeper, draft.id, published(keeper, 2))).rejects.toThrow(/BR-02/);
  await expect(set(keeper, unnamed.id, published(keeper, 2))).rejects.toThrow(/BR-02/);
  await copied(keeper, sent.id, 3);
  await owner.reportApproval.updateMany({
    where: { reportId: sent.id },
    data: { versionNumber: 2 },
  });
  await expect(set(keeper, sent.id, published(keeper, 3))).rejects.toThrow(/BR-02/);
  await owner.reportApproval.updateMany({
    where: { reportId: sent.id },
    data: { versionNumber: 1 },
  });
  await expect(set(keeper, sent.id, published(keeper, 2))).resolves.toEqual({ count: 1 });
});

test("what is published is what was approved, and the copy for everybody has nothing else in it and nothing exempt (BR-02, BR-03)", async () => {
  const { keeper } = await anAreaWithAPlan();
  const sent = await aReport(keeper, { status: "in_approval", hasApproval: true });
  await copied(keeper, sent.id, 2);
  const contentOf = (number: number, part: "full" | "public") => ({
    reportId_number_part: { reportId: sent.id, number, part },
  });
  const rewrite = (part: "full" | "public", content: FrozenReport) =>
    owner.reportVersion.update({
      where: contentOf(2, part),
      data: { content: content as unknown as Prisma.InputJsonValue },
    });
  const { content } = await owner.reportVersion.findUniqueOrThrow({ where: contentOf(1, "full") });
  const whole = content as unknown as FrozenReport;
  const open = publicPartOf(whole);
  const [summary, ...rest] = open.sections;
  const other = summary ? [{ ...summary, body: "Other words." }, ...rest] : [];
  const title = "Another";
  const elsewise = [
    [
      { ...whole, title },
      { ...open, title },
    ],
    [
      { ...whole, sections: other },
      { ...open, sections: other },
    ],
    [whole, { ...open, title }],
    [whole, { ...open, sections: other }],
    [whole, { ...open, sections: whole.sections }],
  ];
  for (const [full = whole, everybodys = open] of elsewise) {
    await rewrite("full", full);
    await rewrite("public", everybodys);
    await expect(set(keeper, sent.id, published(keeper, 2))).rejects.toThrow(/as it was approved/);
  }
  await rewrite("full", whole);
  await rewrite("public", open);
  await expect(set(keeper, sent.id, published(keeper, 2))).resolves.toEqual({ count: 1 });
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
