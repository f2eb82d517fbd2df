import { addDays } from "@/lib/dates";
import { aMeeting, anActor, anItem, aPlan } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aCaseInTown, type Town } from "@/tests/support/town";
import { type Acts, administrator, runners, text, today } from "./acts";

const aComingMeeting = ({ people }: Town) =>
  aMeeting({ calledBy: people.coordinator, heldOn: addDays(today, 20), status: "planned" });

/** Two new cases on the agenda of a meeting to come, of which the second is given. */
async function aComingItem(town: Town) {
  const { id: meetingId } = await aComingMeeting(town);
  const on = async () => anItem(await aCaseInTown(town, "panel_listed"), {}, { meetingId });
  await on();
  return on();
}

const aSeat = ({ areaId }: Town) => anActor("panel_member", { areaId, seat: "health" });

export const meetings: Acts = {
  cancelMeeting: {
    opens: runners,
    fill: async (town) => ({
      ...{ meetingId: (await aComingMeeting(town)).id, version: "1", reason: text },
    }),
  },
  changeMeeting: {
    opens: runners,
    fill: async (town) => ({
      ...{ meetingId: (await aComingMeeting(town)).id, version: "1", title: "Channel panel" },
      ...{ heldOn: addDays(today, 21), startsAt: "2pm", lastsMinutes: "120", place: "Room 4" },
    }),
  },
  inviteMembers: {
    opens: runners,
    fill: async (town) => ({
      meetingId: (await aComingMeeting(town)).id,
      memberHatIds: [(await aSeat(town)).hatId],
    }),
  },
  attachPaper: {
    opens: runners,
    fill: async (town) => {
      const item = await aComingItem(town);
      const plan = await aPlan({ id: item.caseId, areaId: town.areaId }, town.people.coordinator);
      return { itemId: item.id, paper: `support_plan:${plan.id}` };
    },
  },
  withdrawPaper: {
    opens: runners,
    fill: async (town) => {
      const { areaId, people } = town;
      const { id: itemId, meetingId, caseId } = await aComingItem(town);
      const plan = await aPlan({ id: caseId, areaId }, people.coordinator);
      const paper = await owner.panelPaper.create({
        data: {
          ...{ itemId, meetingId, caseId, areaId, kind: "support_plan", planId: plan.id },
          ...{ addedByHatId: people.coordinator.hatId, addedAt: new Date() },
        },
        select: { id: true },
      });
      return { paperId: paper.id };
    },
  },
  setBeside: {
    opens: administrator,
    fill: async ({ areaId }) => {
      await owner.area.update({
        where: { id: areaId },
        data: { supportBesideInvestigation: false },
      });
      return { isAllowed: "yes", reason: "Agreed with the chief constable." };
    },
  },
  setNotice: {
    opens: administrator,
    fill: async () => ({
      controller: "The council and the police",
      contact: "Write to the town hall",
      ...{ childContact: "Ask Sam", link: "" },
    }),
  },
  setPapersClose: {
    opens: administrator,
    fill: async ({ areaId }) => {
      await owner.area.update({ where: { id: areaId }, data: { papersCloseDays: 2 } });
      return { days: "3" };
    },
  },
  nameDeputy: {
    opens: runners,
    fill: async (town) => {
      const { hatId, organisationId } = await aSeat(town);
      const { areaId } = town;
      const deputy = await anActor("panel_member", { areaId, organisationId });
      return { hatId, deputyHatId: deputy.hatId };
    },
  },
  endDeputy: {
    opens: runners,
    fill: async (town) => {
      const { hatId } = await aSeat(town);
      const { areaId } = town;
      const deputy = await owner.panelDeputy.create({
        data: {
          ...{ areaId, hatId, deputyHatId: (await aSeat(town)).hatId },
          ...{ namedByHatId: town.people.chair.hatId, namedAt: new Date() },
        },
        select: { id: true },
      });
      return { deputyId: deputy.id };
    },
  },
  planSeries: {
    opens: runners,
    fill: async (town) => ({
      ...{ title: "Channel panel", pattern: "every_four_weeks", startsAt: "2pm", place: "Room 4" },
      ...{ firstOn: addDays(today, 20), untilOn: addDays(today, 90) },
      memberHatIds: [(await aSeat(town)).hatId],
    }),
  },
  acceptDue: {
    opens: runners,
    fill: async (town) => ({
      meetingId: (await aComingMeeting(town)).id,
      caseIds: [(await aCaseInTown(town, "panel_listed")).id],
    }),
  },
  changeSlot: {
    opens: runners,
    fill: async (town) => ({
      ...{ itemId: (await aComingItem(town)).id, place: "1", minutes: "25", residentForce: "" },
    }),
  },
  leaveOff: {
    opens: runners,
    fill: async (town) => ({
      meetingId: (await aComingMeeting(town)).id,
      caseId: (await aCaseInTown(town, "panel_listed")).id,
      reason: text,
    }),
  },
  moveItem: {
    opens: runners,
    fill: async (town) => ({ itemId: (await aComingItem(town)).id, direction: "up" }),
  },
  takeOff: {
    opens: runners,
    fill: async (town) => ({ itemId: (await aComingItem(town)).id, reason: text }),
  },
};
