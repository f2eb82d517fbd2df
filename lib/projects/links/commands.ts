import "server-only";

import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, NotFound } from "@/lib/errors";
import { listActionsOfProject } from "@/lib/projects/links/queries";
import { getProject } from "@/lib/projects/queries";
import { assertIsOpen } from "@/lib/projects/rules";
import type { LinkProject } from "@/lib/projects/schema";
import { listActionsToLink } from "@/lib/risks/links/queries";

/** A project carries out an action of a plan. The link is seen from both of them. */
export async function linkProject(ctx: Context, { projectId, actionId }: LinkProject) {
  const { actor, tx, now } = ctx;
  const project = await getProject(ctx, projectId, "project:write");
  assertIsOpen(project);
  const action = (await listActionsToLink(ctx)).find(({ id }) => id === actionId);
  if (!action) throw new FieldsRefused({ actionId: ["Select an action"] });
  const linked = await listActionsOfProject(ctx, projectId);
  if (linked.some((one) => one.actionId === actionId))
    throw new FieldsRefused({ actionId: ["That action is linked already"] });
  const by = { linkedByHatId: actor.hatId, linkedAt: now };
  const { planId } = action;
  await tx.projectAction.createMany({
    data: { projectId, actionId, planId, areaId: project.areaId, ...by },
  });
  await record(ctx, { type: "project.linked", facts: { projectId, actionId } });
  return { projectId };
}

export async function unlinkProject(ctx: Context, { projectId, actionId }: LinkProject) {
  const { tx, now } = ctx;
  assertIsOpen(await getProject(ctx, projectId, "project:write"));
  const { count } = await tx.projectAction.updateMany({
    where: { projectId, actionId, endedAt: null },
    data: { endedAt: now },
  });
  if (count === 0) throw new NotFound("link", actionId);
  await record(ctx, { type: "project.unlinked", facts: { projectId, actionId } });
  return { projectId };
}
