import "server-only";

import { getCase, getCaseById } from "@/lib/cases/queries";
import { fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { anId } from "@/lib/schema";
import type { FormState } from "../labels";

/** Signed forms that mentors have handed over, and what became of them. */
export async function listForms({ tx }: Context, caseId: string) {
  const found = await tx.consentForm.findMany({
    where: { caseId },
    orderBy: { handedAt: "desc" },
    take: 20,
    select: {
      id: true,
      signedOn: true,
      givenBy: true,
      note: true,
      handedAt: true,
      state: true,
      returnReason: true,
      handedByHat: {
        select: { user: { select: { name: true } }, organisation: { select: { name: true } } },
      },
    },
  });
  return found.map((form) => ({
    ...form,
    state: form.state as FormState,
    signedOn: fromDateColumn(form.signedOn),
  }));
}

/** A form that waits to be confirmed, for whoever may confirm it or hand it back. */
export async function getForm(ctx: Context, formId: string) {
  if (!anId().safeParse(formId).success) throw new NotFound("form", formId);
  const found = await ctx.tx.consentForm.findUnique({
    where: { id: formId },
    select: {
      id: true,
      caseId: true,
      state: true,
      version: true,
      signedOn: true,
      givenBy: true,
      note: true,
      handedByHatId: true,
    },
  });
  if (!found) throw new NotFound("form", formId);
  const caseRecord = await getCaseById(ctx, found.caseId, "consent:record");
  return { ...found, signedOn: fromDateColumn(found.signedOn), case: caseRecord };
}

/** The page on which a mentor hands over a form, and nothing of the case besides. */
export async function getCaseToHandOver(ctx: Context, reference: string) {
  const { id: caseId } = await getCase(ctx, reference, "consent:hand_over");
  return { caseId, reference };
}
