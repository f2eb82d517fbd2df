import type { CaseStatus } from "@/lib/cases/labels";
import type { MeetingStatus } from "@/lib/panels/labels";
import { doors } from "./doors";
import { aReferral } from "./factories";
import { type Everything, mark } from "./outside";
import { owner } from "./owner";
import { aTown, type Town } from "./town";

type CaseName = keyof Town["cases"];

/** Where a case is that a town keeps under this name. */
const statusOf: Record<CaseName, CaseStatus> = {
  gathering: "info_gathering",
  deciding: "s36_decision",
  asking: "consent_pending",
  asked: "consent_pending",
  refused: "consent_pending",
  supported: "in_support",
  listed: "panel_listed",
  reviewed: "review_6m",
};

/** A town in which there is one case only, whatever is asked for. */
export async function theTownOf(it: Everything): Promise<Town> {
  const { areaId, people, onIt, ids, meeting, item, document, need, around, request } = it;
  const only = { where: { caseId: onIt.id } };
  const review = await owner.review.findFirstOrThrow(only);
  const transfer = await owner.caseTransfer.findFirstOrThrow(only);
  const supportNeed = await owner.supportNeed.findFirstOrThrow(only);
  const supportPlan = await owner.supportPlan.findFirstOrThrow(only);
  const { id: given } = await owner.consent.findFirstOrThrow(only);
  const town = await aTown();
  await owner.concern.update({ where: { id: town.concernId }, data: { about: `${mark}pupil` } });
  return {
    ...town, // what is of no case: a plan, a form, a draft
    ...{ areaId, people, meeting, item, document, need, around, request, transfer, supportPlan },
    ...{ sent: onIt.referral, other: await aReferral({ areaId }), elsewhere: onIt, given },
    cases: Object.fromEntries(Object.keys(statusOf).map((name) => [name, onIt])) as Town["cases"],
    minuted: { meetingId: meeting.id, blockId: ids.block },
    information: { id: ids.information },
    supportAction: { id: ids.action },
    ...{ review: review.id, supportNeed: supportNeed.id, supportSession: it.session.id },
    ...{ supportConcern: it.concern.id, reassessment: it.reassessment.id, form: it.form.id },
    ...{ onward: it.onward.id, untold: it.untold.id },
  };
}

/** Pages that show more, or less, than their door does. */
const further = [
  "/actions?tab=organisation",
  "/actions?tab=overdue",
  "/actions?tab=all",
  "/actions/export?tab=all",
  "/meetings?past=yes",
  "/referrals?status=taken_forward",
];

/** The same to whoever is asked in to the next meeting: it is that one they ask of, and what is put to them there. */
export const townOfTheNext = (town: Town, { next: { ids, ...next } }: Everything): Town => ({
  ...town,
  ...next,
  supportAction: { id: ids.action },
});

export type Asked = { route: string; path: string };
export type Scene = { caseStatus: CaseStatus; meetingStatus: MeetingStatus; asked: Asked[] };

/** Every address, with where the case and its meeting have to be for its page to be the whole one. */
export function scenesOf(town: Town): Scene[] {
  const scenes = new Map<string, Scene>();
  const add = (caseStatus: CaseStatus, meetingStatus: MeetingStatus, asked: Asked) => {
    const name = `${caseStatus} ${meetingStatus}`;
    const scene = scenes.get(name) ?? { caseStatus, meetingStatus, asked: [] };
    scenes.set(name, { ...scene, asked: [...scene.asked, asked] });
  };
  for (const [route, { at }] of Object.entries(doors)) {
    if (route.startsWith("/admin")) continue; // nothing of a case is behind them, and one role opens them
    let wanted: CaseName = "supported";
    const get = (cases: Town["cases"], name: CaseName) => {
      wanted = name;
      return cases[name];
    };
    const path = at({ ...town, cases: new Proxy(town.cases, { get: get as never }) });
    const isClosed = route.includes("/minutes");
    add(statusOf[wanted], isClosed ? "closed" : "in_progress", { route, path });
  }
  for (const path of further) add("in_support", "in_progress", { route: path, path });
  return [...scenes.values()];
}
