import { addDays } from "@/lib/dates";
import { aMeeting, anItem } from "@/tests/support/factories";
import { aCaseInTown, type Town } from "@/tests/support/town";
import { type Acts, runners, text, today } from "./acts";

const aComingMeeting = ({ people }: Town) =>
  aMeeting({ calledBy: people.coordinator, heldOn: addDays(today, 20), status: "planned" });

/** Two new cases on the agenda of a meeting to come, of which the second is given. */
async function aComingItem(town: Town) {
  const { id: meetingId } = await aComingMeeting(town);
  const on = async () => anItem(await aCaseInTown(town, "panel_listed"), {}, { meetingId });
  await on();
  return on();
}

export const meetings: Acts = {
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
