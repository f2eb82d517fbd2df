import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addDays, dayOf, toDateColumn } from "@/lib/dates";
import { anActor, anArea } from "@/tests/support/factories";
import { aLine } from "@/tests/support/funding";
import { owner } from "@/tests/support/owner";
import { anAreaWithAPlan, past } from "@/tests/support/past";
import { aPartnership } from "@/tests/support/plans";
import { aProject, aRecordedReturn, aReturn } from "@/tests/support/projects";

const at = new Date();
const today = dayOf(at);

test("a project and its returns stay in their area, and what was returned stays as it was (0.7)", async () => {
  const { keeper } = await anAreaWithAPlan();
  const away = await anActor("prevent_coordinator");
  const project = await aProject(keeper, { status: "delivery" });
  const { id } = await aReturn(project);
  const seen = (who: Actor) =>
    past(who, async (tx) => [
      await tx.project.count({ where: { id: project.id } }),
      await tx.projectReturn.count({ where: { id } }),
    ]);
  const report = (progress: string) =>
    past(keeper, (tx) =>
      tx.projectReturn.updateMany({
        where: { id },
        data: {
          ...{ progress, shown: {}, recordedOn: toDateColumn(today) },
          recordedByHatId: keeper.hatId,
        },
      }),
    );

  expect([await seen(keeper), await seen(away)]).toEqual([
    [1, 1],
    [0, 0],
  ]);
  expect(await report("As planned.")).toEqual({ count: 1 });
  await expect(report("Otherwise.")).rejects.toThrow(/corrected with a reason/);
});

test("a return is put right by who keeps or delivers its project, in their own name and with a reason, and what it said stays (0.7)", async () => {
  const { areaId, as, keeper } = await anAreaWithAPlan();
  const neighbour = await anActor("prevent_coordinator");
  const { id: partnershipId } = await aPartnership([areaId, neighbour.areaId]);
  const [lead, steering] = [await as("agency_lead"), await as("steering_member")];
  const project = await aProject(keeper, {
    ...{ status: "delivery", partnershipId, ownerOrganisationId: lead.organisationId },
  });
  const { id } = await aRecordedReturn(project, keeper);
  const correct = (who: Actor, version: number, change: object = {}) =>
    past(who, (tx) =>
      tx.projectReturn.updateMany({
        where: { id },
        data: {
          ...{ version, progress: "x", correctedOn: at, correctedBecause: "Two came twice." },
          ...{ recordedByHatId: who.hatId, ...change },
        },
      }),
    );
  const count = (who: Actor, number: number, outcome: string) =>
    past(who, (tx) =>
      tx.projectCount.createMany({
        data: { returnId: id, projectId: project.id, areaId, number, outcome, people: 20 },
      }),
    );
  const waiting = await aReturn(project);
  const explain = () =>
    past(keeper, (tx) =>
      tx.projectReturn.updateMany({
        where: { id: waiting.id },
        data: { correctedBecause: "x", recordedByHatId: keeper.hatId },
      }),
    );
  const outsiders = [steering, neighbour, await as("agency_lead"), await as("gold_reader")];

  await expect(explain()).rejects.toThrow(/corrected_for_a_reason/);
  for (const who of outsiders) expect(await correct(who, 2), who.role).toEqual({ count: 0 });
  await expect(correct(keeper, 2, { recordedByHatId: lead.hatId })).rejects.toThrow(/row-level/);
  for (const change of [
    { version: 3 },
    { correctedBecause: null },
    { recordedOn: toDateColumn(addDays(today, -1)) },
  ])
    await expect(correct(keeper, 2, change)).rejects.toThrow(/corrected with a reason/);
  await owner.projectCount.deleteMany({ where: { returnId: id, outcome: "completed" } });
  await expect(count(keeper, 1, "completed")).rejects.toThrow(/row-level/);
  expect(await correct(lead, 2)).toEqual({ count: 1 });
  for (const who of outsiders)
    await expect(count(who, 2, "completed"), who.role).rejects.toThrow(/row-level/);
  await expect(count(keeper, 1, "completed")).rejects.toThrow(/row-level/);
  await expect(count(keeper, 2, "completed")).resolves.toEqual({ count: 1 });

  const before = (who: Actor) =>
    past(who, (tx) => tx.projectReturnVersion.count({ where: { returnId: id } }));
  expect([await before(keeper), await before(lead), await before(steering)]).toEqual([1, 1, 1]);
  const { id: apart } = await anArea();
  const stranger = await anActor("prevent_coordinator", { areaId: apart });
  for (const who of [await as("agency_lead"), stranger])
    expect(await before(who), who.role).toBe(0);
  const rewrite = past(keeper, (tx) =>
    tx.projectReturnVersion.updateMany({ where: { returnId: id }, data: { progress: "x" } }),
  );
  await expect(rewrite).rejects.toThrow(/permission denied/);
});

test("a provider and a line of money are put right by the co-ordinator of their area, and by no neighbour (0.12)", async () => {
  const { areaId, as, keeper } = await anAreaWithAPlan();
  const neighbour = await anActor("prevent_coordinator");
  const { id: partnershipId } = await aPartnership([areaId, neighbour.areaId]);
  const { providerId } = await aProject(keeper, { status: "delivery", partnershipId });
  const line = await aLine(keeper, { partnershipId });
  const change = (who: Actor) =>
    past(who, async (tx) => [
      (await tx.provider.count({ where: { id: providerId ?? "" } })) > 0,
      (await tx.provider.updateMany({ where: { id: providerId ?? "" }, data: { name: "x" } }))
        .count,
      (await tx.fundingLine.count({ where: { id: line.id } })) > 0,
      (await tx.fundingLine.updateMany({ where: { id: line.id }, data: { name: "x" } })).count,
    ]);

  for (const who of [neighbour, await as("steering_member")])
    expect(await change(who), who.role).toEqual([true, 0, true, 0]);
  expect(await change(keeper)).toEqual([true, 1, true, 1]);
});
