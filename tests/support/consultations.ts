import type { Actor } from "@/lib/access/actor";
import { addDays, dayOf, toDateColumn } from "@/lib/dates";
import { owner } from "./owner";

const at = new Date();
const today = dayOf(at);
let counter = 0;

type Traits = {
  status?: "open" | "signed_off" | "submitted";
  contributorHatId?: string;
  isAnswered?: boolean;
};

/** A consultation of this co-ordinator's with two questions, as far along as asked. */
export async function aConsultation(keeper: Actor, traits: Traits = {}) {
  const { areaId, hatId } = keeper;
  const { status = "open", contributorHatId, isAnswered = status !== "open" } = traits;
  const edited = { editedByHatId: hatId, editedAt: at };
  const { id } = await owner.consultation.create({
    data: {
      ...{ areaId, reference: `CON-T-${++counter}-${areaId.slice(0, 8)}`, title: "Duty guidance" },
      ...{ askedBy: "The Home Office", about: "The guidance on the duty.", ...edited },
      ...{ closesOn: toDateColumn(addDays(today, 40)), regionalBody: "The regional network" },
      ...{ contributeBy: toDateColumn(addDays(today, 20)), addedByHatId: hatId, addedAt: at },
    },
    select: { id: true },
  });
  const of = { consultationId: id, areaId };
  const [first, second] = await owner.consultationQuestion.createManyAndReturn({
    data: [1, 2].map((number) => ({
      ...{ ...of, number, text: `What of part ${number}?`, ...edited },
      ...(isAnswered && { stance: "own", draft: `We answer part ${number}.` }),
    })),
    select: { id: true },
  });
  if (contributorHatId)
    await owner.consultationContributor.create({
      data: { ...of, hatId: contributorHatId, askedByHatId: hatId, askedAt: at },
    });
  const signed = { signedBy: "Cabinet member", signedOn: toDateColumn(today) };
  if (status !== "open")
    await owner.consultation.update({ where: { id }, data: { status: "signed_off", ...signed } });
  if (status === "submitted")
    await owner.consultation.update({
      where: { id },
      data: {
        ...{ status, submittedOn: toDateColumn(today), submittedByHatId: hatId, submittedAt: at },
        receipt: "HO-1",
        submitted: {
          ...{ reference: "CON-T", title: "Duty guidance", askedBy: "The Home Office" },
          ...{ area: "x", regionalBody: null, closesDay: today, signedBy: "Cabinet member" },
          ...{ signedDay: today, submittedDay: today, receipt: "HO-1", answers: [] },
        },
      },
    });
  const { version } = await owner.consultation.findUniqueOrThrow({ where: { id } });
  return { id, version, questionId: first?.id ?? "", otherQuestionId: second?.id ?? "" };
}
