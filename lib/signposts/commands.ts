import "server-only";

import { addWorkingDays, dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import {
  type OnwardStage,
  type SignpostAnswer,
  type SignpostTarget,
  signpostAnswerLabels,
  signpostTargets,
} from "./labels";
import { stateAfter } from "./rules";

/** How long a service has before it is asked again. */
export const workingDaysToAnswer = 10;

type Subject = { areaId: string; caseId: string } | { areaId: string; referralId: string };
type Onward = {
  service: string;
  stage: OnwardStage;
  said?: string | null;
  answer?: keyof typeof stateAfter;
};

/**
 * Another service is asked to take the person on. Its row keeps a clock until it answers. Joins the caller's
 * transaction, which records the event.
 */
export async function openOnward(
  { tx, actor, now }: Context,
  subject: Subject,
  { service, stage, said = null, answer = "waiting" }: Onward,
): Promise<void> {
  const today = dayOf(now);
  const state = stateAfter[answer];
  await tx.onwardReferral.createMany({
    data: {
      ...{ ...subject, service, said, state, madeAtStage: stage, madeByHatId: actor.hatId },
      madeOn: toDateColumn(today),
      dueOn: toDateColumn(addWorkingDays(today, workingDaysToAnswer)),
      ...(state !== "waiting" && {
        answeredOn: toDateColumn(today),
        answer: signpostAnswerLabels[answer],
      }),
    },
  });
}

type Signpost = {
  signpost: SignpostTarget;
  signpostAnswer: SignpostAnswer;
  signpostTo: string | null;
  signpostSaid: string | null;
};

/** What a closure says of other help becomes a row of its own, unless none is needed. */
export async function signpost(
  ctx: Context,
  subject: Subject,
  stage: OnwardStage,
  { signpost: target, signpostAnswer: answer, signpostTo, signpostSaid: said }: Signpost,
): Promise<void> {
  if (target === "none" || answer === "not_needed") return;
  const service = [signpostTargets[target], signpostTo].filter(Boolean).join(": ");
  await openOnward(ctx, subject, { service, stage, said, answer });
}
