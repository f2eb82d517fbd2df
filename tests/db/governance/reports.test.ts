import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addDays, dayOf, instantAt } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound } from "@/lib/errors";
import { fillBoardAgenda } from "@/lib/governance/agenda/commands";
import { viewBody } from "@/lib/governance/bodies/queries";
import { minuteItem } from "@/lib/governance/items/commands";
import { viewBoardItem, viewBoardMeeting } from "@/lib/governance/meetings/queries";
import { addReport, editReport } from "@/lib/reports/commands";
import { getReportSources, listReports, viewReport } from "@/lib/reports/queries";
import { exportVersion } from "@/lib/reports/versions/queries";
import { anActor, anArea } from "@/tests/support/factories";
import { aBoardMeeting, aBody, aSeat } from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { aPartnership } from "@/tests/support/plans";
import { aReport } from "@/tests/support/reports";
import { countStatements } from "@/tests/support/statements";

const today = dayOf(new Date());

async function aBoardroom() {
  const { id: areaId } = await anArea();
  const keeper = await anActor("prevent_coordinator", { areaId });
  const member = await anActor("steering_member", { areaId });
  const gold = await anActor("gold_reader", { areaId });
  const body = await aBody(keeper);
  await aSeat(body, member);
  await aSeat(body, gold);
  return { areaId, keeper, member, gold, body };
}

const fill = (who: Actor, meetingId: string) =>
  withActor(who, (ctx) => fillBoardAgenda(ctx, { meetingId }));
const dueAt = async (who: Actor, meetingId: string) =>
  (await withActor(who, (ctx) => viewBoardMeeting(ctx, meetingId))).due
    .filter(({ kind }) => kind === "report")
    .map(({ reportId }) => reportId);
const hold = (id: string) =>
  owner.governanceMeeting.update({
    where: { id },
    data: { status: "held", startsAt: instantAt(addDays(today, -2), "10:00") },
  });

test("a report that was sent to a body comes to its agenda by itself, until the body has decided; item and report lead to each other (0.11, 0.15)", async () => {
  const { keeper, member, gold, body } = await aBoardroom();
  const other = await aBody(keeper);
  const sent = await aReport(keeper, { bodyId: body.id, status: "in_approval" });
  await aReport(keeper, { bodyId: body.id });
  await aReport(keeper, { bodyId: other.id, status: "in_approval" });
  const later = { status: "in_approval", meetsDay: addDays(today, 90) } as const;
  await aReport(keeper, { bodyId: body.id, ...later });
  const first = await aBoardMeeting(body, keeper);
  const next = await aBoardMeeting(body, keeper, { day: addDays(today, 60) });
  expect(await dueAt(keeper, next.id)).toEqual([sent.id]);

  await fill(keeper, first.id);

  expect(await dueAt(keeper, next.id)).toEqual([]); // it is on an agenda
  const { items } = await withActor(keeper, (ctx) => viewBoardMeeting(ctx, first.id));
  expect(items).toMatchObject([
    { kind: "report", title: "Prevent plan", detail: "For decision", reportId: sent.id },
  ]);
  const itemId = items[0]?.id ?? "";
  const read = (who: Actor) => withActor(who, (ctx) => viewBoardItem(ctx, itemId));
  expect((await read(member)).item.report).toMatchObject({ id: sent.id, status: "in_approval" });
  expect((await read(gold)).item).toMatchObject({ reportId: sent.id, report: null }); // not issued yet

  await hold(first.id);
  expect(await dueAt(keeper, next.id)).toEqual([sent.id]); // nothing was decided, so it comes again
  await withActor(keeper, (ctx) =>
    minuteItem(ctx, {
      ...{ itemId, version: 1, note: null, decisionKind: "approved", exempt: false },
      decision: "Approved as put.",
    }),
  );
  expect(await dueAt(keeper, next.id)).toEqual([]);
  const { value, count } = await countStatements(() =>
    withActor(keeper, (ctx) => viewReport(ctx, sent.id)),
  );
  expect(count).toBeLessThanOrEqual(8);
  expect(value.taken).toMatchObject([
    { id: itemId, body: body.name, decisionKind: "approved", decision: "Approved as put." },
  ]);
  const shown = async (who: Actor) =>
    (await withActor(who, (ctx) => viewBody(ctx, body.id))).reports.map(({ status }) => status);
  expect(await shown(keeper)).toEqual(["in_approval", "draft", "in_approval"]);
  expect(await shown(member)).toEqual(["in_approval", "in_approval"]);
  expect(await shown(gold)).toEqual([]);
});

test("a report is put to a body of its own area, and goes on the agenda of no other, past the pages too (0.15)", async () => {
  const { keeper, body } = await aBoardroom();
  const elsewhere = await aBody(await anActor("prevent_coordinator"));
  const draft = await aReport(keeper, { bodyId: body.id });
  const sent = await aReport(keeper, { bodyId: (await aBody(keeper)).id, status: "in_approval" });
  const { id: meetingId } = await aBoardMeeting(body, keeper);
  const details = {
    ...{ title: "Prevent", meetsDay: undefined, author: "Head", contact: "The plan office" },
    purpose: "decision" as const,
  };

  const strange = { ...details, bodyId: elsewhere.id };
  const add = withActor(keeper, (ctx) =>
    addReport(ctx, { ...strange, template: "board", snapshotId: "none" }),
  );
  await expect(add).rejects.toThrow(FieldsRefused);
  const edit = (bodyId: string) =>
    withActor(keeper, (ctx) =>
      editReport(ctx, { ...details, bodyId, reportId: draft.id, version: draft.version }),
    );
  await expect(edit(elsewhere.id)).rejects.toThrow(FieldsRefused);
  const past = withActor(keeper, ({ tx }) =>
    tx.boardReport.updateMany({ where: { id: draft.id }, data: { bodyId: elsewhere.id } }),
  );
  await expect(past).rejects.toThrow();
  for (const reportId of [draft.id, sent.id]) {
    const list = withActor(keeper, ({ tx, now }) =>
      tx.governanceItem.createMany({
        data: {
          ...{ meetingId, bodyId: body.id, areaId: body.areaId, position: 1, kind: "report" },
          ...{ title: "x", isExempt: false, reportId, addedByHatId: keeper.hatId, addedAt: now },
        },
      }),
    );
    await expect(list).rejects.toThrow(/agenda of the body that it was sent to/);
  }
  await edit(body.id);
  const stored = await owner.boardReport.findUniqueOrThrow({ where: { id: draft.id } });
  expect(stored).toMatchObject({ bodyId: body.id, board: body.name });
});

const aWholeReport = (bodyId: string) => ({
  ...{ template: "board" as const, title: "Prevent", snapshotId: "none" as const, bodyId },
  ...{ meetsDay: undefined, author: "Head", contact: "The plan office" },
  purpose: "decision" as const,
});

test("the county's co-ordinator puts a report to a body that the city keeps for both, and it comes to its agenda (3.5)", async () => {
  const { keeper: city, areaId, member, gold, body: ofTheCity } = await aBoardroom();
  const county = await aBoardroom();
  const { id: partnershipId } = await aPartnership([areaId, county.areaId]);
  const shared = await aBody(city, { partnershipId });
  await aSeat(shared, member);
  await aSeat(shared, gold);
  const absent = await anActor("steering_member", { areaId });
  const { bodies } = await withActor(county.keeper, getReportSources);
  expect(bodies.map(({ id }) => id).sort()).toEqual([county.body.id, shared.id].sort());

  const { reportId } = await withActor(county.keeper, (ctx) =>
    addReport(ctx, aWholeReport(shared.id)),
  );

  const stored = await owner.boardReport.findUniqueOrThrow({ where: { id: reportId } });
  expect(stored).toMatchObject({ areaId: county.areaId, bodyId: shared.id, board: shared.name });
  const read = (who: Actor, id: string) => withActor(who, (ctx) => viewReport(ctx, id));
  for (const who of [city, member, gold])
    await expect(read(who, reportId)).rejects.toThrow(NotFound);
  const sent = await aReport(county.keeper, { bodyId: shared.id, status: "in_approval" });
  const meeting = await aBoardMeeting(shared, city);
  expect(await dueAt(city, meeting.id)).toEqual([sent.id]);
  await fill(city, meeting.id);
  const { value, count } = await countStatements(() => read(city, sent.id));
  expect(value).toMatchObject({ mayWrite: false, mayReadExempt: true, sections: [] });
  expect(count).toBeLessThanOrEqual(8);
  for (const who of [city, member]) {
    const whole = withActor(who, (ctx) => exportVersion(ctx, sent.id, { as: "html" }));
    await expect(whole).resolves.toMatchObject({ part: "full" });
  }
  expect((await withActor(city, (ctx) => listReports(ctx))).reports).toMatchObject([
    { id: sent.id },
  ]);
  const title = { ...aWholeReport(ofTheCity.id), reportId: sent.id, version: sent.version };
  const byCity = withActor(city, (ctx) => editReport(ctx, title));
  await expect(byCity).rejects.toThrow(Forbidden);
  // Whoever does not sit on it, and Gold before it is published, has nothing of it.
  for (const who of [absent, gold]) await expect(read(who, sent.id)).rejects.toThrow(NotFound);
  const issued = await aReport(county.keeper, { bodyId: shared.id, status: "published" });
  await expect(read(gold, issued.id)).resolves.toMatchObject({ mayReadExempt: false });
});

test("a co-ordinator of an area outside the partnership puts nothing to its body, and reads nothing that is (3.5)", async () => {
  const { keeper: city, areaId } = await aBoardroom();
  const county = await aBoardroom();
  const outside = await aBoardroom();
  const { id: partnershipId } = await aPartnership([areaId, county.areaId]);
  await aPartnership([areaId, outside.areaId]); // a neighbour, and not one that this body is over
  const shared = await aBody(city, { partnershipId });
  const sent = await aReport(county.keeper, { bodyId: shared.id, status: "in_approval" });
  const own = await aReport(outside.keeper, { bodyId: outside.body.id });

  const put = withActor(outside.keeper, (ctx) => addReport(ctx, aWholeReport(shared.id)));
  await expect(put).rejects.toThrow(FieldsRefused);
  const bySql = withActor(outside.keeper, ({ tx }) =>
    tx.boardReport.updateMany({ where: { id: own.id }, data: { bodyId: shared.id } }),
  );
  await expect(bySql).rejects.toThrow(/a body that is over its area/);
  const read = withActor(outside.keeper, (ctx) => viewReport(ctx, sent.id));
  await expect(read).rejects.toThrow(NotFound);
});
