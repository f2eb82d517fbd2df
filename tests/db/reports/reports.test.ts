import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { theSystem } from "@/lib/access/actor";
import { dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import {
  endApprover,
  giveApproval,
  nameApprover,
  recordApproval,
} from "@/lib/reports/approvals/commands";
import {
  addReport,
  editReport,
  publishReport,
  sendReport,
  writeSection,
} from "@/lib/reports/commands";
import { listReports, previewReport, viewReport } from "@/lib/reports/queries";
import type { FrozenReport } from "@/lib/reports/rules";
import {
  exportVersion,
  readPublicReport,
  readPublicReports,
  viewDifference,
  viewVersion,
} from "@/lib/reports/versions/queries";
import { anActor, anArea } from "@/tests/support/factories";
import { aBody } from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { aPartnership, aPlan, aPlanAction, aroundToday } from "@/tests/support/plans";
import { aReport, exemptSection, wordsOf } from "@/tests/support/reports";
import { aRisk } from "@/tests/support/risks";
import { countStatements } from "@/tests/support/statements";

const today = dayOf(new Date());

async function aBoardroom() {
  const { id: areaId } = await anArea();
  const keeper = await anActor("prevent_coordinator", { areaId });
  return {
    ...{ areaId, keeper, body: await aBody(keeper) },
    steering: await anActor("steering_member", { areaId }),
    lawyer: await anActor("agency_lead", { areaId }),
    gold: await anActor("gold_reader", { areaId }),
    auditor: await anActor("auditor", { areaId }),
  };
}

const details = {
  ...{ title: "Prevent in the quarter", meetsDay: undefined },
  purpose: "decision" as const,
  ...{ author: "Head of safety", contact: "The plan office" },
};

const stored = (id: string) => owner.boardReport.findUniqueOrThrow({ where: { id } });
const copiesOf = (reportId: string) =>
  owner.reportVersion.findMany({
    where: { reportId },
    orderBy: [{ number: "asc" }, { part: "asc" }],
  });
const eventsOf = async (who: Actor) =>
  (await owner.auditEvent.findMany({ where: { actor: who.userId } })).map(({ type }) => type);
const send = (who: Actor, { id, version }: { id: string; version: number }) =>
  withActor(who, (ctx) => sendReport(ctx, { reportId: id, version }));
const publish = async (who: Actor, id: string, isPublic = true) => {
  const { version } = await stored(id);
  return withActor(who, (ctx) => publishReport(ctx, { reportId: id, version, isPublic }));
};
const section = (reportId: string, body: string, code = "summary" as const) => ({
  ...{ reportId, code, version: 1, body, isNone: false, exemptParagraph: null },
});

test("a report goes from its first draft through approval to publication, and each step is recorded (0.15)", async () => {
  const { keeper, lawyer, body } = await aBoardroom();
  const { reportId } = await withActor(keeper, (ctx) =>
    addReport(ctx, { ...details, bodyId: body.id, template: "board", snapshotId: "none" }),
  );
  await owner.reportSection.updateMany({ where: { reportId }, data: { isNone: true } });
  await withActor(keeper, (ctx) =>
    nameApprover(ctx, { reportId, role: "legal", post: "Head of legal", hatId: lawyer.hatId }),
  );
  await withActor(keeper, (ctx) =>
    nameApprover(ctx, { reportId, role: "finance", post: "Head of finance", hatId: "none" }),
  );
  await send(keeper, await stored(reportId));
  const [own, other] = await owner.reportApprover.findMany({
    where: { reportId },
    orderBy: { role: "desc" },
  });
  await withActor(lawyer, (ctx) =>
    giveApproval(ctx, { approverId: own?.id ?? "", versionNumber: 1, note: "Agreed." }),
  );
  await withActor(keeper, (ctx) =>
    recordApproval(ctx, {
      ...{ approverId: other?.id ?? "", versionNumber: 1, note: null },
      ...{ name: "Sam Vale", givenDay: today },
    }),
  );
  await publish(keeper, reportId);

  expect(await stored(reportId)).toMatchObject({ status: "published", latestVersion: 2 });
  const copies = await copiesOf(reportId);
  const [issued] = copies.filter(({ number, part }) => number === 2 && part === "full");
  expect((issued?.content as unknown as FrozenReport | undefined)?.approvals).toMatchObject([
    { role: "legal", post: "Head of legal" },
    { role: "finance", name: "Sam Vale", day: today },
  ]);
  expect(await eventsOf(keeper)).toEqual(
    expect.arrayContaining([
      ...["report.added", "report.approver_named", "report.sent"],
      ...["report.approved", "report.published"],
    ]),
  );
  expect(await eventsOf(lawyer)).toContain("report.approved");
});

test("BR-01 a report with a section that says nothing is not sent, and nothing is left behind", async () => {
  const { keeper } = await aBoardroom();
  const report = await aReport(keeper, { isBlank: true });

  await expect(send(keeper, report)).rejects.toThrow(RuleBroken);

  expect(await stored(report.id)).toMatchObject({ status: "draft", latestVersion: 0 });
  expect(await copiesOf(report.id)).toEqual([]);
});

test("BR-02 a report is not published before everybody named has approved this version", async () => {
  const { keeper, lawyer } = await aBoardroom();
  const report = await aReport(keeper, { status: "in_approval", approverHatId: lawyer.hatId });

  await expect(publish(keeper, report.id)).rejects.toThrow(RuleBroken);
  await withActor(lawyer, (ctx) =>
    giveApproval(ctx, { approverId: report.approverId, versionNumber: 1, note: null }),
  );
  await publish(keeper, report.id);

  expect(await stored(report.id)).toMatchObject({ status: "published" });
});

test("BR-02 the database publishes nothing that was not approved, whoever asks it", async () => {
  const { keeper } = await aBoardroom();
  const { id } = await aReport(keeper, { status: "in_approval" });
  const { hatId } = keeper;

  const bare = withActor(keeper, ({ tx, now }) =>
    tx.boardReport.updateMany({
      where: { id },
      data: { status: "published", latestVersion: 2, publishedOn: now, publishedByHatId: hatId },
    }),
  );

  await expect(bare).rejects.toThrow(/BR-02/);
});

test("BR-02 a text that is changed after an approval makes it void: the report is a draft again", async () => {
  const { keeper } = await aBoardroom();
  const report = await aReport(keeper, { status: "in_approval", hasApproval: true });

  const { wasSent } = await withActor(keeper, (ctx) =>
    writeSection(ctx, section(report.id, "Other words.")),
  );
  await expect(publish(keeper, report.id)).rejects.toThrow(RuleBroken);
  await send(keeper, await stored(report.id));
  await expect(publish(keeper, report.id)).rejects.toThrow(/version 2/);

  expect(wasSent).toBe(true);
  const { changes } = await withActor(keeper, (ctx) => viewDifference(ctx, report.id, {}));
  expect(changes).toEqual([
    { code: "summary", removed: [wordsOf("summary")], added: ["Other words."] },
  ]);
});

test("BR-02 an approval is given by the hat that is named, of the version that was read, and by nobody else", async () => {
  const { keeper, lawyer, steering } = await aBoardroom();
  const { id, approverId } = await aReport(keeper, {
    ...{ status: "in_approval", approverHatId: lawyer.hatId },
  });
  const given = { approverId, versionNumber: 1, note: null };
  const bySomebodyElse = { ...given, name: "Sam Vale", givenDay: today };

  await expect(withActor(steering, (ctx) => giveApproval(ctx, given))).rejects.toThrow(NotFound);
  await expect(withActor(keeper, (ctx) => recordApproval(ctx, bySomebodyElse))).rejects.toThrow(
    NotFound,
  );
  await expect(
    withActor(lawyer, (ctx) => giveApproval(ctx, { ...given, versionNumber: 9 })),
  ).rejects.toThrow(RuleBroken);
  const bare = withActor(steering, ({ tx, now, actor }) =>
    tx.reportApproval.createMany({
      data: {
        ...{ ...given, reportId: id, areaId: actor.areaId, name: "x", givenOn: now },
        ...{ recordedByHatId: actor.hatId, recordedAt: now },
      },
    }),
  );
  await expect(bare).rejects.toThrow();

  expect(await owner.reportApproval.count({ where: { reportId: id } })).toBe(0);
});

test("BR-03 what is exempt is read by those who work on it, and by nobody above or outside", async () => {
  const { keeper, steering, lawyer, gold, auditor } = await aBoardroom();
  const traits = { status: "published", isPublic: true, approverHatId: lawyer.hatId } as const;
  const report = await aReport(keeper, traits);
  const read = (who: Actor, part?: "full" | "public") =>
    withActor(who, async (ctx) =>
      JSON.stringify((await viewVersion(ctx, report.id, { part })).content),
    );

  for (const who of [keeper, steering, lawyer])
    expect(await read(who)).toContain(wordsOf(exemptSection));
  for (const who of [gold, auditor]) {
    expect(await read(who)).not.toContain(wordsOf(exemptSection));
    await expect(read(who, "full")).rejects.toThrow(NotFound);
    const rows = await withActor(who, ({ tx }) =>
      tx.reportVersion.findMany({
        where: { reportId: report.id },
        select: { part: true, number: true },
      }),
    );
    expect(rows).toEqual([{ part: "public", number: 2 }]);
  }
  const everybody = await withActor(theSystem(), (ctx) => readPublicReport(ctx, report.slug));
  expect(JSON.stringify(everybody)).toContain(wordsOf("summary"));
  expect(JSON.stringify(everybody)).not.toContain(wordsOf(exemptSection));
});

test("a draft is its keeper's, the steering group reads it from the day it is sent, and Gold when it is published", async () => {
  const { keeper, steering, gold, lawyer } = await aBoardroom();
  const draft = await aReport(keeper, { approverHatId: lawyer.hatId });
  const sent = await aReport(keeper, { status: "in_approval", approverHatId: lawyer.hatId });
  const issued = await aReport(keeper, { status: "published", approverHatId: lawyer.hatId });
  const other = await anActor("prevent_coordinator");
  const seen = async (who: Actor) =>
    (await withActor(who, listReports)).reports.map(({ id }) => id).sort();

  expect(await seen(keeper)).toEqual([draft.id, sent.id, issued.id].sort());
  expect(await seen(steering)).toEqual([sent.id, issued.id].sort());
  expect(await seen(lawyer)).toEqual([sent.id, issued.id].sort());
  expect(await seen(gold)).toEqual([issued.id]);
  expect(await seen(other)).toEqual([]);
  await expect(withActor(gold, (ctx) => viewReport(ctx, sent.id))).rejects.toThrow(NotFound);
  await expect(withActor(await anActor("referrer"), listReports)).rejects.toThrow(Forbidden);
});

test("BR-04 figures are frozen when a report is sent, and BR-05 what happens afterwards leaves it untouched", async () => {
  const { keeper } = await aBoardroom();
  const plan = await aPlan(keeper, aroundToday);
  const action = await aPlanAction(plan, { rag: "red" });
  await aRisk(keeper, { ownerOrganisationId: keeper.organisationId, status: "agreed" });
  const report = await aReport(keeper, { planId: plan.id });
  await withActor(keeper, (ctx) =>
    writeSection(
      ctx,
      section(report.id, "{{plan.red}} of {{plan.total}} are red. {{risks.open}} risk."),
    ),
  );
  await send(keeper, await stored(report.id));
  const said = async () =>
    (await copiesOf(report.id)).map(
      ({ content }) => (content as unknown as FrozenReport).sections[0]?.body,
    );

  expect(await said()).toEqual(["1 of 1 are red. 1 risk.", "1 of 1 are red. 1 risk."]);
  await owner.planAction.update({ where: { actionId: action.id }, data: { rag: "green" } });
  expect(await said()).toEqual(["1 of 1 are red. 1 risk.", "1 of 1 are red. 1 risk."]);
  const { blocks } = await withActor(keeper, (ctx) => previewReport(ctx, report.id));
  expect(JSON.stringify(blocks)).toContain("0 of 1 are red");
});

test("BR-04 a figure that nobody can say stops a report from being sent", async () => {
  const { keeper } = await aBoardroom();
  const report = await aReport(keeper);
  await withActor(keeper, (ctx) =>
    writeSection(ctx, section(report.id, "It is {{threat.level}}.")),
  );

  await expect(send(keeper, await stored(report.id))).rejects.toThrow(/threat level/i);
});

test("a report of a partnership says of which area alone its casework is counted, and one of an area need not (3.5)", async () => {
  const { keeper, areaId } = await aBoardroom();
  const partnership = await aPartnership([areaId, (await anArea()).id]);
  const [ours, theirs] = [await aReport(keeper), await aReport(keeper)];
  await owner.boardReport.update({
    where: { id: theirs.id },
    data: { partnershipId: partnership.id },
  });
  const area = await owner.area.findUniqueOrThrow({ where: { id: areaId } });
  const read = async ({ id }: { id: string }) => {
    await withActor(keeper, (ctx) => writeSection(ctx, section(id, "{{casework.adopted}}.")));
    const { blocks } = await withActor(keeper, (ctx) => previewReport(ctx, id));
    return JSON.stringify(blocks);
  };

  await expect(read(theirs)).resolves.toContain(`of ${area.name} alone`);
  await expect(read(ours)).resolves.not.toContain("alone");
});

test("BR-05 a published report and its copies cannot be changed, by a command or past it", async () => {
  const { keeper, body } = await aBoardroom();
  const { id, approverId } = await aReport(keeper, { status: "published" });
  const before = await copiesOf(id);

  const attempts = [
    () => withActor(keeper, (ctx) => writeSection(ctx, section(id, "Other words."))),
    () =>
      withActor(keeper, (ctx) =>
        editReport(ctx, { ...details, bodyId: body.id, reportId: id, version: 1 }),
      ),
    () => withActor(keeper, (ctx) => endApprover(ctx, { approverId })),
    () => withActor(keeper, (ctx) => sendReport(ctx, { reportId: id, version: 1 })),
    () => withActor(keeper, ({ tx }) => tx.reportVersion.updateMany({ data: { content: {} } })),
    () => withActor(keeper, ({ tx }) => tx.reportVersion.deleteMany({})),
    () =>
      withActor(keeper, ({ tx }) =>
        tx.boardReport.updateMany({ where: { id }, data: { title: "x" } }),
      ),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow();
  const changed = await withActor(keeper, ({ tx }) =>
    tx.reportSection.updateMany({ where: { reportId: id }, data: { body: "x" } }),
  );

  expect(changed.count).toBe(0);
  expect(await copiesOf(id)).toEqual(before);
});

test("the quarter's report writes itself from the snapshot, and the next quarter leaves an issued one untouched (2.7)", async () => {
  const { keeper, body: board } = await aBoardroom();
  const plan = await aPlan(keeper, aroundToday);
  const action = await aPlanAction(plan, { reference: "A1" });
  const [takenOn, quarterOn] = [new Date("2026-07-03"), new Date("2026-04-01")];
  const of = { planId: plan.id, areaId: plan.areaId };
  const { id: snapshotId } = await owner.planSnapshot.create({
    data: { ...of, kind: "quarter", quarterOn, takenOn, takenAt: takenOn },
    select: { id: true },
  });
  await owner.planSnapshotAction.create({
    data: {
      ...{ ...of, snapshotId, actionId: action.id, reference: "A1", title: "Brief every school" },
      ...{ theme: "Channel", objective: "intervene_2023", workstream: "prevent", priority: "high" },
      ...{ owner: "The council", ownerRole: "Head of safeguarding", forAreas: [], rag: "red" },
      ...{ isStale: false, percent: 0, startOn: takenOn, dueOn: takenOn, firstDueOn: takenOn },
      ...{ ragReason: "Venues are short.", recoveryPlan: "Rooms at the college.", milestones: [] },
      measures: [
        {
          ...{ id: action.id, name: "Schools briefed", unit: "schools", target: 40, actual: 31 },
          ...{ quarterDay: "2026-04-01", standing: "not_met" },
        },
      ],
    },
  });
  const { reportId } = await withActor(keeper, (ctx) =>
    addReport(ctx, { ...details, bodyId: board.id, template: "quarter", snapshotId }),
  );
  const sections = await owner.reportSection.findMany({ where: { reportId } });
  const body = (code: string) => sections.find((one) => one.code === code)?.body ?? "";

  expect(body("exceptions")).toContain("**A1 Brief every school**");
  expect(body("exceptions")).toContain("Venues are short. Recovery plan: Rooms at the college.");
  expect(body("measures")).toContain("| A1 Schools briefed | 40 schools | 31 schools |");
  expect(body("standing")).toContain("{{plan.red}}");

  const quarterOnly = withActor(keeper, (ctx) =>
    addReport(ctx, { ...details, bodyId: board.id, template: "quarter", snapshotId: "none" }),
  );
  await expect(quarterOnly).rejects.toThrow(FieldsRefused);

  await owner.reportSection.updateMany({ where: { reportId, body: "" }, data: { isNone: true } });
  await withActor(keeper, (ctx) =>
    nameApprover(ctx, { reportId, role: "legal", post: "Head of legal", hatId: "none" }),
  );
  await send(keeper, await stored(reportId));
  const before = await copiesOf(reportId);
  expect(JSON.stringify(before)).toContain("Red: missed, or will be | 1");
  await owner.planAction.updateMany({ data: { rag: "blue" }, where: { planId: plan.id } });
  expect(await copiesOf(reportId)).toEqual(before);
});

test("two who write the same section: the second is told of the first", async () => {
  const { keeper } = await aBoardroom();
  const { id } = await aReport(keeper);

  await withActor(keeper, (ctx) => writeSection(ctx, section(id, "First.")));

  await expect(
    withActor(keeper, (ctx) => writeSection(ctx, section(id, "Second."))),
  ).rejects.toThrow(Overtaken);
});

test("each page of a report asks the database eight times at most", async () => {
  const { keeper, lawyer } = await aBoardroom();
  const plan = await aPlan(keeper, aroundToday);
  const traits = { planId: plan.id, approverHatId: lawyer.hatId };
  const { id } = await aReport(keeper, { ...traits, status: "published", isPublic: true });

  const pages: (() => Promise<unknown>)[] = [
    () => withActor(keeper, listReports),
    () => withActor(keeper, (ctx) => viewReport(ctx, id)),
    () => withActor(keeper, (ctx) => previewReport(ctx, id)),
    () => withActor(keeper, (ctx) => viewVersion(ctx, id, {})),
    () => withActor(keeper, (ctx) => viewDifference(ctx, id, {})),
    () => withActor(keeper, (ctx) => exportVersion(ctx, id, { as: "pdf" })),
    () => withActor(theSystem(), readPublicReports),
  ];
  for (const page of pages) {
    const { count, sent } = await countStatements(page);
    expect(count - 1, sent.join("\n")).toBeLessThanOrEqual(8); // the first says who is asking
  }
});
