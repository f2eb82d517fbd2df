import "server-only";

import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { keepItem } from "../items/commands";
import { assertPartners } from "../queries";
import { assertCanAnswer, overtaken } from "../rules";
import type { AnswerRequest } from "../schema";
import { getRequestToAnswer } from "./queries";

/** What makes an answer other than whole understandable later (IS-08). */
function noteOf(input: AnswerRequest): string | null {
  if (input.answer === "part") return input.stillMissing;
  if (input.answer === "nil") return input.searched;
  return input.answer === "declined" ? input.reasons : null;
}

/** An organisation answers what it was asked. What it shares becomes an item that it supplied (IS-11). */
export async function answerRequest(ctx: Context, input: AnswerRequest) {
  const { actor, tx, now } = ctx;
  const request = await getRequestToAnswer(ctx, input.requestId);
  assertCanAnswer(request.state, input.answer);
  const { id, caseId, areaId, dataKeyId, version } = request;
  const { count } = await tx.informationRequest.updateMany({
    where: { id, version },
    data: {
      state: input.answer,
      answeredByHatId: actor.hatId,
      answeredAt: now,
      answerNote: noteOf(input),
      version: version + 1,
    },
  });
  if (count === 0) throw new RuleBroken(overtaken);
  if (input.answer === "answered" || input.answer === "part") {
    await assertPartners(ctx, "namedOrganisationIds", input.namedOrganisationIds);
    const origin = { suppliedById: actor.organisationId, requestId: id };
    await keepItem(ctx, { caseId, areaId, dataKeyId }, input, origin);
  }
  await notify(ctx, [request.askedByHatId], {
    kind: "request_answered",
    reference: request.reference,
    path: `/cases/${request.reference}/requests`,
  });

  const { answer } = input;
  await record(ctx, { type: "information.answered", dataKeyId, facts: { requestId: id, answer } });
  return { requestId: id };
}
