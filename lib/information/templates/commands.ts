import "server-only";

import { record } from "@/lib/audit/record";
import { formatInstant } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Overtaken } from "@/lib/errors";
import { lawfulBasisLabels, templateStatuses } from "../labels";
import type { ChangeTemplate, WriteTemplate } from "../schema";
import { getAreaToWriteFor, getTemplate } from "./queries";

/** A new starting text. It is a draft: nobody starts from it yet. */
export async function writeTemplate(ctx: Context, input: WriteTemplate) {
  const { areaId } = await getAreaToWriteFor(ctx);
  const { id } = await ctx.tx.requestTemplate.create({
    data: { ...input, areaId, writtenByHatId: ctx.actor.hatId, writtenAt: ctx.now },
    select: { id: true },
  });
  await record(ctx, { type: "template.written", facts: { templateId: id } });
  return { id };
}

/** Changes one, or puts it in use or out of it. Requests that began with it keep their own words. */
export async function changeTemplate(
  ctx: Context,
  { templateId, version, ...change }: ChangeTemplate,
) {
  const seen = await getTemplate(ctx, templateId);
  const { count } = await ctx.tx.requestTemplate.updateMany({
    where: { id: templateId, version },
    data: {
      ...change,
      writtenByHatId: ctx.actor.hatId,
      writtenAt: ctx.now,
      version: version + 1,
    },
  });
  if (count === 0) throw overtaken(seen);
  const facts = { templateId, from: seen.status, to: change.status };
  await record(ctx, { type: "template.changed", facts });
  return { id: templateId };
}

const overtaken = (seen: Awaited<ReturnType<typeof getTemplate>>) =>
  new Overtaken(
    seen.writtenByHat.user.name,
    `on ${formatInstant(seen.writtenAt)}`,
    [
      { name: "name", label: "Name", theirs: seen.name },
      { name: "question", label: "Question", theirs: seen.question },
      {
        ...{ name: "lawfulBasis", label: "Lawful basis it suggests" },
        ...{ theirs: seen.lawfulBasis, choices: lawfulBasisLabels },
      },
      { name: "days", label: "Working days to answer in", theirs: `${seen.days}` },
      { name: "status", label: "In use?", theirs: seen.status, choices: templateStatuses },
    ],
    seen.version,
  );
