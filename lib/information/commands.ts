import "server-only";

import { record } from "@/lib/audit/record";
import { getCaseById } from "@/lib/cases/queries";
import { liveStatuses } from "@/lib/cases/rules";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { bornText, nameOf } from "@/lib/people/rules";
import type { AskForInformation } from "./schema";

/** Asks several organisations one question, each with enough of the case to answer it (IS-02, IS-06). */
export async function askForInformation(ctx: Context, input: AskForInformation) {
  const { actor, tx, now } = ctx;
  const caseRecord = await getCaseById(ctx, input.caseId, "request:ask");
  assertCanAsk(caseRecord);
  const organisationIds = [...new Set(input.organisationIds)];
  await assertPartners(ctx, organisationIds);

  const { id: caseId, areaId, person, reference, dataKeyId } = caseRecord;
  const requests = await tx.informationRequest.createManyAndReturn({
    data: organisationIds.map((organisationId) => ({
      caseId,
      areaId,
      organisationId,
      personName: nameOf(person),
      personBorn: bornText(person),
      question: input.question,
      lawfulBasis: input.lawfulBasis,
      dueOn: toDateColumn(input.dueDay),
      askedByHatId: actor.hatId,
      askedAt: now,
    })),
    select: { id: true, organisationId: true },
  });
  await tellOrganisations(ctx, requests, { kind: "request_asked", reference });

  await record(ctx, {
    type: "information.asked",
    dataKeyId,
    facts: { requests: requests.length, lawfulBasis: input.lawfulBasis, dueDay: input.dueDay },
  });
  return { reference };
}

function assertCanAsk({ status, isPaused }: { status: string; isPaused: boolean }): void {
  if (!liveStatuses.some((live) => live === status))
    throw new RuleBroken("This case is closed, so nobody can be asked about it.");
  if (isPaused) throw new RuleBroken("This case is paused. The gateway can end the pause.");
}

/** Only partners of this area are asked (IS-06). */
async function assertPartners({ actor, tx }: Context, organisationIds: string[]): Promise<void> {
  const known = await tx.organisationArea.count({
    where: { areaId: actor.areaId, organisationId: { in: organisationIds } },
  });
  if (known < organisationIds.length)
    throw new FieldsRefused({ organisationIds: ["Select organisations that work in this area"] });
}

type Asked = { id: string; organisationId: string };
type Notice = { kind: "request_asked" | "request_chased"; reference: string };

/** The lead of each organisation is told; where there is none, whoever may answer. */
async function tellOrganisations(ctx: Context, requests: Asked[], notice: Notice): Promise<void> {
  const hats = await ctx.tx.hat.findMany({
    where: {
      areaId: ctx.actor.areaId,
      organisationId: { in: requests.map(({ organisationId }) => organisationId) },
      role: { in: ["agency_lead", "referrer", "panel_member"] },
      endedAt: null,
    },
    select: { id: true, organisationId: true, role: true },
  });
  for (const { id, organisationId } of requests) {
    const theirs = hats.filter((hat) => hat.organisationId === organisationId);
    const leads = theirs.filter(({ role }) => role === "agency_lead");
    const told = (leads.length > 0 ? leads : theirs).map((hat) => hat.id);
    await notify(ctx, told, { ...notice, path: `/requests/${id}` });
  }
}
