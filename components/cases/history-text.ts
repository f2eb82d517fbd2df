import { assessmentPurposes } from "@/lib/assessments/labels";
import { relations } from "@/lib/cases/around/labels";
import type { HistoryKind } from "@/lib/cases/history/rules";
import { capacityLabels, caseStatuses, pauseReasons, reviewOutcomes } from "@/lib/cases/labels";
import { needHeadings } from "@/lib/cases/needs/labels";
import { consentStates } from "@/lib/consent/labels";
import { formatDay } from "@/lib/dates";
import { answerLabels, corroborationLabels, itemKindLabels } from "@/lib/information/labels";
import { itemKinds, outcomeLabels } from "@/lib/panels/labels";
import { section36Labels } from "@/lib/referrals/labels";
import { onwardStages, onwardStates } from "@/lib/signposts/labels";
import { tellingStages } from "@/lib/told/labels";

type Told = { code: string | null; detail: string | null; organisation: string | null };
type Words = {
  title: string;
  /** The part of the case where it is read in full. */
  part?: string;
  text?: string | undefined;
};

const word = (labels: Readonly<Record<string, string>>, code: string | null) =>
  (code && labels[code]) || "";
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const from = ({ organisation }: Told) => (organisation ? ` from ${organisation}` : "");

/** One entry of a chronology, in words. Codes stay behind. */
const sentences: Record<HistoryKind, (told: Told) => Words> = {
  referral: (told) => ({ title: `Referral received${from(told)}` }),
  move: ({ detail }) => ({ title: `Stage: ${word(caseStatuses, detail)}` }),
  addendum: (told) => ({ title: `Added to the referral${from(told)}` }),
  pause: ({ code }) => ({ title: "The case was paused", text: word(pauseReasons, code) }),
  pause_ended: () => ({ title: "The pause ended" }),
  section36: ({ code }) => ({
    title: "Section 36 decision",
    part: "section-36",
    text: word(section36Labels, code),
  }),
  item: (told) => ({
    title: `${word(itemKindLabels, told.code)}${from(told)}`,
    part: "information",
    text: word(corroborationLabels, told.detail),
  }),
  // IS-10: how a piece of information came to be found so, in its own place in time.
  finding: ({ code, detail }) => ({
    title: "What was found of information changed",
    part: "information",
    text: `From \u201c${word(corroborationLabels, detail)}\u201d to \u201c${word(corroborationLabels, code)}\u201d`,
  }),
  asked: ({ organisation }) => ({
    title: `${organisation} asked for information`,
    part: "requests",
  }),
  answered: ({ organisation, code }) => ({
    title:
      code === "cancelled" ? `Request to ${organisation} cancelled` : `${organisation} answered`,
    part: "requests",
    text: word(answerLabels, code),
  }),
  need: ({ code, detail }) => ({
    title: detail === "1" ? word(needHeadings, code) : `${word(needHeadings, code)}: changed`,
    part: "needs",
  }),
  assessment: ({ code, detail }) => ({
    title: `Assessment completed, version ${detail}`,
    part: "assessment",
    text: word(assessmentPurposes, code),
  }),
  countersigned: ({ detail }) => ({
    title: `Assessment countersigned, version ${detail}`,
    part: "assessment",
  }),
  agenda: ({ code, detail }) => ({
    title: detail
      ? `On the agenda of the panel on ${formatDay(detail)}`
      : "On the agenda of a panel",
    part: "panel",
    text: word(itemKinds, code),
  }),
  panel: ({ code }) => ({
    title: "The panel decided",
    part: "panel",
    text: word(outcomeLabels, code),
  }),
  consent: ({ code }) => ({
    title: `Consent: ${lower(word(consentStates, code))}`,
    part: "consent",
  }),
  plan: ({ detail }) => ({ title: `Support plan, version ${detail}`, part: "support" }),
  action: ({ code, detail }) => ({
    title: "Action added",
    part: code === "support" ? "support" : "panel",
    text: detail ?? undefined,
  }),
  action_done: ({ code, detail }) => ({
    title: "Action done",
    part: code === "support" ? "support" : "panel",
    text: detail ?? undefined,
  }),
  review: ({ code, detail }) => ({
    title: code === "review_6m" ? "Six-month review held" : "Twelve-month review held",
    part: "reviews",
    text: word(reviewOutcomes, detail),
  }),
  onward: ({ code, detail }) => ({
    title: `Referred on to ${detail}`,
    part: "reviews",
    text: word(onwardStages, code),
  }),
  onward_answered: ({ code, detail }) => ({
    title: code === "no_answer" ? `${detail} did not answer` : `${detail} answered`,
    part: "reviews",
    text: word(onwardStates, code),
  }),
  told: ({ code, detail }) => ({
    title: detail === "true" ? "The person was told" : "Not told for now",
    part: "told",
    text: word(tellingStages, code),
  }),
  file: ({ detail }) => ({ title: "File sent with the referral", text: detail ?? undefined }),
  around: ({ code, detail }) => ({
    title:
      detail === "1" ? "Somebody around the person added" : "Somebody around the person changed",
    part: "people",
    text: word(relations, code),
  }),
  document: ({ code, detail }) => ({
    title: `Document added, version ${code}`,
    part: "documents",
    text: detail ?? "Its title is sealed.",
  }),
  document_removed: ({ code, detail }) => ({
    title: `Document removed, version ${code}`,
    part: "documents",
    text: detail ?? "Its title is sealed.",
  }),
  worker: ({ code, detail }) => ({
    title: `${detail} named on the case`,
    text: word(capacityLabels, code),
  }),
  worker_ended: ({ code, detail }) => ({
    title: `${detail} no longer works on the case`,
    text: word(capacityLabels, code),
  }),
};

export const historyText = (kind: HistoryKind, told: Told): Words => sentences[kind](told);
