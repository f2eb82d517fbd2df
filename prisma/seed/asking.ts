import { addDays, addWorkingDays } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Opened } from "./casework";
import { column, during, played, type World } from "./world";

const templates = [
  {
    name: "School or college: attendance and friendships",
    question:
      "What do you know of attendance, friendships and changes in behaviour since September? Please say what was seen, by whom, and what somebody else told you.",
    lawfulBasis: "safeguarding",
    days: 7,
  },
  {
    name: "Health: wellbeing and current support",
    question:
      "Is any health service working with this person now, and is there anything about their wellbeing that bears on the risk of harm? Share only what is needed.",
    lawfulBasis: "health_partner",
    days: 10,
  },
] as const;

const own = {
  lead: "How many lessons were missed in October, and on which days?",
  agency: "Has the appointment with the mental health team been kept, and what was agreed there?",
  teacher: "What did you see and hear in your own lessons, and what has helped so far?",
} as const;

/** Starting texts, and one case whose partners are each asked something else: a tutor among them, who is asked in for it alone. */
export async function askEach(tx: Prisma.TransactionClient, world: World, cases: Opened[]) {
  const { areaId, today } = world;
  const { hatId: by } = played(world, "coordinator");
  const writtenAt = during(world, addDays(today, -40));
  await tx.requestTemplate.createMany({
    data: templates.map((template) => ({
      ...{ ...template, areaId, status: "in_use", writtenByHatId: by, writtenAt },
    })),
  });
  const [item, onIt] = comingItem(world, cases);
  if (!item || !onIt) return;
  await askIn(tx, world, item);
  await tx.informationRequest.createMany({
    data: Object.entries(own).map(([part, question]) => {
      const { organisationId, hatId } = played(world, part);
      return {
        ...{ caseId: onIt.caseId, areaId, organisationId, question, askedByHatId: by },
        ...{ reference: onIt.caseReference, dataKeyId: onIt.dataKeyId },
        personName: `${onIt.story.forenames} ${onIt.story.surname}`,
        personBorn: onIt.bornText,
        lawfulBasis: part === "agency" ? "health_partner" : "safeguarding",
        dueOn: column(addWorkingDays(today, 4)),
        askedAt: during(world, addDays(today, -2)),
        forHatId: part === "teacher" ? hatId : null,
      };
    }),
  });
}

/** The first case that the coordinator runs on the agenda to come. */
function comingItem({ rows, meetings, cast }: World, cases: Opened[]) {
  const coming = meetings.find(({ isPast }) => !isPast);
  const theirs = cases.filter(
    ({ coordinator, row }) => coordinator.hatId === cast.coordinator?.hatId && !row.pausedSince,
  );
  const item = rows.panelItem.find(
    ({ meetingId, caseId }) =>
      meetingId === coming?.id && theirs.some((opened) => opened.caseId === caseId),
  );
  return [item, theirs.find(({ caseId }) => caseId === item?.caseId)] as const;
}

type Item = { id?: string; meetingId: string; caseId: string };

/** s.37(4): the tutor comes for this item, and for nothing else. */
async function askIn(tx: Prisma.TransactionClient, world: World, item: Item) {
  const { hatId, userId, organisationId, areaId } = played(world, "teacher");
  const { meetingId, caseId, id: itemId = "" } = item;
  const who = { meetingId, areaId, hatId, userId, organisationId, seat: "education" };
  await tx.meetingMember.createMany({ data: { ...who, oneItem: true } });
  const calledFor = world.rows.panelAttendee.find((one) => one.itemId === itemId)?.calledFor;
  await tx.panelAttendee.createMany({ data: { ...who, itemId, caseId, calledFor } });
}
