import type { Actor } from "@/lib/access/actor";
import { owner } from "./owner";

/** A draft of an assessment form with one section and one question, and who writes it. */
export async function aFramework({ areaId, hatId }: Actor, name = "Our own questions") {
  const { id: frameworkId, code } = await owner.framework.create({
    data: { areaId, name, madeByHatId: hatId, madeAt: new Date() },
    select: { id: true, code: true },
  });
  const { id: sectionId } = await owner.frameworkSection.create({
    data: { frameworkId, areaId, name: "Daily life", position: 1 },
    select: { id: true },
  });
  const factor = await owner.frameworkFactor.create({
    data: { frameworkId, sectionId, areaId, name: "Few friends", position: 1 },
    select: { id: true, code: true },
  });
  return { areaId, frameworkId, code, sectionId, factorId: factor.id, factorCode: factor.code };
}

/** The same, in use since it was published. */
export async function aPublishedFramework(keeper: Actor, name?: string) {
  const made = await aFramework(keeper, name);
  await publish(made.frameworkId);
  return made;
}

export const publish = (frameworkId: string) =>
  owner.framework.update({
    where: { id: frameworkId },
    data: { status: "published", publishedAt: new Date() },
  });
