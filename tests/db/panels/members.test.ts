import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addDays, dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound } from "@/lib/errors";
import { endDeputy, nameDeputy } from "@/lib/panels/members/commands";
import { viewMembers } from "@/lib/panels/members/queries";
import { aMeeting, anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

async function aPanel() {
  const { id: areaId } = await anArea();
  const coordinator = await anActor("coordinator", { areaId });
  const health = await anActor("panel_member", { areaId, seat: "health" });
  const { organisationId } = health;
  const deputy = await anActor("panel_member", { areaId, organisationId });
  return { areaId, coordinator, health, deputy };
}
type Panel = Awaited<ReturnType<typeof aPanel>>;

const look = (who: Actor) => withActor(who, viewMembers);
const name = ({ health, deputy }: Panel, who: Actor, stands = deputy) =>
  withActor(who, (ctx) => nameDeputy(ctx, { hatId: health.hatId, deputyHatId: stands.hatId }));

test("a member's deputy is somebody of their own organisation, whom the runners name and end (P-02)", async () => {
  const panel = await aPanel();
  const stranger = await anActor("panel_member", { areaId: panel.areaId });
  await expect(name(panel, panel.health)).rejects.toThrow(Forbidden);
  await expect(name(panel, panel.coordinator, stranger)).rejects.toThrow(FieldsRefused);

  await name(panel, panel.coordinator);

  const [member] = await look(panel.coordinator);
  expect(member?.deputies).toHaveLength(1);
  await expect(name(panel, panel.coordinator)).rejects.toThrow(FieldsRefused);
  const end = (who: Actor) =>
    withActor(who, (ctx) => endDeputy(ctx, { deputyId: member?.deputies[0]?.id ?? "" }));
  await expect(end(panel.health)).rejects.toThrow(Forbidden);
  await end(panel.coordinator);
  expect((await look(panel.coordinator))[0]?.deputies).toEqual([]);
  await expect(end(panel.coordinator)).rejects.toThrow(NotFound);
});

async function held(panel: Panel, { areaId, hatId, userId, organisationId }: Actor, row: object) {
  const heldOn = addDays(dayOf(new Date()), -30);
  const meeting = await aMeeting({ calledBy: panel.coordinator, heldOn, status: "closed" });
  const who = { areaId, hatId, userId, organisationId, seat: "health" };
  await owner.meetingMember.create({ data: { ...who, meetingId: meeting.id, ...row } });
  return meeting.id;
}

test("attendance counts the meetings held, and a deputy covers for their member", async () => {
  const panel = await aPanel();
  await held(panel, panel.health, { isPresent: true });
  await held(panel, panel.health, { apologies: true });
  const covered = await held(panel, panel.health, { apologies: true });
  const { areaId, hatId, userId, organisationId } = panel.deputy;
  const stands = { areaId, hatId, userId, organisationId, seat: "health", isPresent: true };
  await owner.meetingMember.create({
    data: { ...stands, meetingId: covered, deputyForHatId: panel.health.hatId },
  });
  const { id: coming } = await aMeeting({ calledBy: panel.coordinator, status: "planned" });
  const { health } = panel;
  await owner.meetingMember.create({
    data: {
      ...{ meetingId: coming, areaId, hatId: health.hatId, userId: health.userId },
      ...{ organisationId, seat: "health" },
    },
  });

  const [member] = await look(panel.coordinator);

  expect(member?.attendance).toEqual({ asked: 3, came: 1, covered: 1, away: 1, stoodIn: 0 });
});

test("a member of the panel does not see how often others came, and the page takes few statements", async () => {
  const panel = await aPanel();

  await expect(look(panel.health)).rejects.toThrow(Forbidden);
  const { count } = await countStatements(() => look(panel.coordinator));
  expect(count).toBe(5);
});
