import { type Day, formatDay } from "@/lib/dates";
import { type Corroboration, corroborationLabels } from "@/lib/information/labels";
import { disprovedMark, isDisproved } from "@/lib/information/rules";

/** One change of what was found, with its reasons. Minutes and papers name the organisation alone (M-03). */
export type Finding = {
  id: string;
  was: Corroboration;
  became: Corroboration;
  reasons: string;
  changedOn: Day;
  by?: string;
  organisation: string;
};

/** The latest finding first. */
export type Found = { corroboration: Corroboration; findings: readonly Finding[] };

/** What an item is now found to be: the one sentence for every page, list and paper (IS-10). */
export const findingNow = (found: Pick<Found, "corroboration">): string =>
  isDisproved(found) ? disprovedMark : `${corroborationLabels[found.corroboration]}.`;

/** How it came to be found so, a line for each change. */
export const findingsBefore = ({ findings }: Found): string[] =>
  findings.map(({ was, became, reasons, changedOn, by, organisation }) => {
    const who = by ? `${by}, ${organisation}` : organisation;
    const change = `from \u201c${corroborationLabels[was]}\u201d to \u201c${corroborationLabels[became]}\u201d`;
    return `${formatDay(changedOn)}, ${who}: ${change}. ${reasons}`;
  });

/** Both, where there is one line for it. */
export const findingText = (found: Found): string =>
  [findingNow(found), ...findingsBefore(found)].join(" ");
