import { addDays } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import { during, played, type World } from "./world";

const sections = [
  {
    name: "Daily life",
    guidance: "What a week looks like, as the person and those around them tell it.",
    questions: [
      { name: "Few people to talk to", evidence: "What was seen, and by whom" },
      { name: "Changes in sleep, school or work" },
      { name: "Mental health or neurodiversity that is not supported", isHealth: true },
    ],
  },
  {
    name: "Online and offline contacts",
    guidance: "Who they spend time with, and what is shared there.",
    questions: [
      { name: "Contact with people who encourage violence", partlyNeedsEvidence: true },
      { name: "Time in places where hatred is normal" },
    ],
  },
  { name: "What keeps the person safe", guidance: null, questions: [] },
];

/** A form of the area's own that is still being written, beside the two that every area begins with. */
export async function draftForm(tx: Prisma.TransactionClient, world: World): Promise<void> {
  const { areaId, today } = world;
  const { id: frameworkId } = await tx.framework.create({
    data: {
      ...{ areaId, name: "Northbridge questions", madeByHatId: played(world, "admin").hatId },
      madeAt: during(world, addDays(today, -6)),
    },
    select: { id: true },
  });
  for (const [at, { name, guidance, questions }] of sections.entries()) {
    const { id: sectionId } = await tx.frameworkSection.create({
      data: { frameworkId, areaId, name, guidance, position: at + 1 },
      select: { id: true },
    });
    await tx.frameworkFactor.createMany({
      data: questions.map((question, place) => ({
        ...question,
        ...{ frameworkId, areaId, sectionId, position: place + 1 },
      })),
    });
  }
}
