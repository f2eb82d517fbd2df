import type { Role } from "@/lib/access/labels";
import { aMeeting, anActor, anItem, aPlan as aSupportPlan } from "@/tests/support/factories";
import { someMinutes } from "@/tests/support/minutes";
import { owner } from "@/tests/support/owner";
import { aCaseInTown, type Town } from "@/tests/support/town";
import { type Acts, runners, text, today } from "./acts";

const members: Role[] = ["coordinator", "chair", "panel_member"];

const aSitting = ({ areaId, people }: Town, status = "in_progress") =>
  aMeeting({ areaId, calledBy: people.coordinator, heldOn: today, status });

/** A case before a meeting that sits, with everybody there whom it takes to decide. */
async function aCaseHeard(town: Town) {
  const { chair, panel_member: education, invitee } = town.people;
  const { id: meetingId } = await aSitting(town);
  const opened = await aCaseInTown(town, "panel_listed");
  const police = await anActor("panel_member", { areaId: town.areaId });
  const seated = { chair, police, education, other: invitee };
  const { id: itemId } = await anItem(opened, seated, { meetingId });
  return { itemId, opened, seated };
}

/** A case whose meeting is over, with the coordinator and the panel at the table, as far as its minutes have come. */
async function aCaseMinuted(town: Town, stage: "none" | "draft" | "signed" = "draft") {
  const { chair, panel_member: health, coordinator } = town.people;
  const { id: meetingId } = await aSitting(town, "closed");
  const opened = await aCaseInTown(town, "in_support");
  const item = await anItem(opened, { chair, health, other: coordinator }, { meetingId });
  if (stage === "none") return { meetingId, blockId: "" };
  const { id: blockId } = await someMinutes(item, opened, coordinator);
  const signed = { signedByHatId: chair.hatId, signedAt: new Date() };
  if (stage === "signed") await owner.minuteBlock.update({ where: { id: blockId }, data: signed });
  return { meetingId, blockId };
}

export const panels: Acts = {
  callMeeting: {
    opens: runners,
    fill: async ({ areaId }) => {
      const { hatId } = await anActor("panel_member", { areaId, seat: "health" });
      return {
        ...{ title: "Channel panel", heldOn: today, startsAt: "2pm", place: "Room 4" },
        memberHatIds: [hatId],
      };
    },
  },
  startMeeting: {
    opens: ["chair"],
    fill: async (town) => ({ meetingId: (await aSitting(town, "planned")).id }),
  },
  closeMeeting: {
    opens: ["chair"],
    fill: async (town) => ({ meetingId: (await aSitting(town)).id }),
  },
  recordAttendance: {
    opens: runners,
    fill: async (town) => {
      const { id: meetingId, areaId } = await aSitting(town);
      const { hatId, userId, organisationId } = town.people.panel_member;
      const who = { hatId, userId, organisationId, seat: "health" };
      await owner.meetingMember.create({ data: { ...who, meetingId, areaId } });
      return { meetingId, presentHatIds: [hatId], confidentiality: "yes" };
    },
  },
  addItem: {
    opens: runners,
    fill: async (town) => ({
      meetingId: (await aSitting(town, "planned")).id,
      caseId: (await aCaseInTown(town, "panel_listed")).id,
      kind: "new_case",
    }),
  },
  inviteToItem: {
    opens: runners,
    fill: async (town) => {
      const { itemId } = await aCaseHeard(town);
      const { hatId } = await anActor("invitee", { areaId: town.areaId });
      return { itemId, hatId, seat: "housing" };
    },
  },
  withdrawInvitation: {
    opens: runners,
    fill: async (town) => {
      const { itemId, seated } = await aCaseHeard(town);
      const { hatId } = seated.other;
      await owner.panelAttendee.updateMany({
        where: { itemId, hatId },
        data: { isPresent: false },
      });
      return { itemId, hatId };
    },
  },
  recordItemAttendance: {
    opens: runners,
    fill: async (town) => {
      const { itemId, seated } = await aCaseHeard(town);
      const presentHatIds = [seated.chair.hatId, seated.police.hatId];
      return { itemId, presentHatIds, confidentiality: "yes" };
    },
  },
  beginItem: {
    opens: runners,
    fill: async (town) => ({ itemId: (await aCaseHeard(town)).itemId }),
  },
  seatDeputy: {
    opens: runners,
    fill: async (town) => {
      const { opened, seated } = await aCaseHeard(town);
      const { id: meetingId } = await aSitting(town);
      await anItem(opened, { health: seated.police }, { meetingId });
      const { areaId } = town;
      const { organisationId } = seated.police;
      const { hatId } = await anActor("panel_member", { areaId, organisationId });
      return { meetingId, forHatId: seated.police.hatId, hatId };
    },
  },
  declareConflict: {
    opens: members,
    fill: async (town, role) => {
      const { itemId } = await aCaseHeard(town);
      return { itemId, hatId: town.people[role].hatId, nature: "Lives in the same street" };
    },
  },
  addPanelAction: {
    opens: runners,
    fill: async (town) => {
      const { itemId, seated } = await aCaseHeard(town);
      return { itemId, title: text, ownerHatId: seated.education.hatId, dueOn: today };
    },
  },
  autosaveDecision: {
    opens: ["chair"],
    isKeylessScript: true,
    fill: async (town) => {
      const { itemId } = await aCaseHeard(town);
      return { itemId, outcome: "adopt", reasons: "So far", "informationConsidered[]": [""] };
    },
  },
  recordDecision: {
    opens: ["chair"],
    fill: async (town) => {
      const { itemId, opened } = await aCaseHeard(town);
      await aSupportPlan(opened, town.people.coordinator);
      return {
        ...{ itemId, outcome: "adopt", optionsConsidered: text, reasons: text, vote: "agreed" },
        ...{ toldBy: "coordinator", tellOn: today },
      };
    },
  },
  writeMinutes: {
    opens: runners,
    fill: async (town) => {
      const { meetingId } = await aCaseMinuted(town, "none");
      return { meetingId };
    },
  },
  changeBlock: {
    opens: runners,
    fill: async (town) => ({
      ...{ blockId: (await aCaseMinuted(town)).blockId, version: "1", body: text },
    }),
  },
  commentOnBlock: {
    opens: members,
    fill: async (town) => ({ blockId: (await aCaseMinuted(town)).blockId, comment: text }),
  },
  signMinutes: {
    opens: ["chair"],
    fill: async (town) => ({ meetingId: (await aCaseMinuted(town)).meetingId }),
  },
  correctBlock: {
    opens: ["chair"],
    fill: async (town) => ({
      ...{ blockId: (await aCaseMinuted(town, "signed")).blockId, correction: text },
    }),
  },
};
