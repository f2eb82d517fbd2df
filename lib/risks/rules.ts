import { addMonths, type Day } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import {
  type Band,
  type CoveredIdeology,
  coveredIdeologyLabels,
  type Finding,
  type Ideology,
  type RiskStatus,
  type Stage,
} from "@/lib/risks/labels";

export type Scores = {
  inherentLikelihood: number;
  inherentImpact: number;
  residualLikelihood: number;
  residualImpact: number;
};

/** The two numbers of a stage, and what they come to. */
export function scoreAt(scores: Scores, stage: Stage) {
  const [likelihood, impact] =
    stage === "inherent"
      ? [scores.inherentLikelihood, scores.inherentImpact]
      : [scores.residualLikelihood, scores.residualImpact];
  return { likelihood, impact, product: likelihood * impact, band: bandOf(likelihood * impact) };
}

export function bandOf(product: number): Band {
  if (product <= 4) return "low";
  if (product <= 9) return "medium";
  return product <= 15 ? "high" : "very_high";
}

/** Controls are there to make things better: what they make worse is another risk. */
export function whereControlsAdd(scores: Scores): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  if (scores.residualLikelihood > scores.inherentLikelihood)
    errors.residualLikelihood = ["Likelihood after controls must not be higher than before them"];
  if (scores.residualImpact > scores.inherentImpact)
    errors.residualImpact = ["Impact after controls must not be higher than before them"];
  return errors;
}

/** Likelihood down, impact across: what stands in each of the 25 places. */
export function heatMap<Risk extends { scores: Scores | null }>(
  risks: readonly Risk[],
  stage: Stage,
) {
  const five = [5, 4, 3, 2, 1];
  return five.map((likelihood) => ({
    likelihood,
    places: five.toReversed().map((impact) => ({
      impact,
      band: bandOf(likelihood * impact),
      risks: risks.filter(({ scores }) => {
        if (!scores) return false;
        const at = scoreAt(scores, stage);
        return at.likelihood === likelihood && at.impact === impact;
      }),
    })),
  }));
}

type Entry = { ideology: Ideology; finding: Finding; status: RiskStatus };

/** Every ideology has an entry, or the page says that it has none. What is closed answers for nothing. */
export function coverageOf(entries: readonly Entry[]) {
  const open = entries.filter(({ status }) => status !== "closed");
  return (Object.keys(coveredIdeologyLabels) as CoveredIdeology[]).map((ideology) => {
    const about = open.filter((entry) => entry.ideology === ideology);
    return {
      ideology,
      risks: about.filter(({ finding }) => finding === "risk").length,
      hasNoEvidence: about.some(({ finding }) => finding === "no_evidence"),
      isMissing: about.length === 0,
    };
  });
}

/** A register cannot say of one ideology that there is a risk and that there is no evidence of any. */
export function contradicts(finding: Finding, ideology: Ideology, entries: readonly Entry[]) {
  return entries.some(
    (entry) =>
      entry.status !== "closed" && entry.ideology === ideology && entry.finding !== finding,
  );
}

export const longestBetweenReviews = 12;

/** Whether the next look is soon enough: a risk that nobody looks at is not managed. */
export const isSoonEnough = (reviewDay: Day, today: Day): boolean =>
  reviewDay <= addMonths(today, longestBetweenReviews);

export function assertRiskIsOpen({ status }: { status: RiskStatus }): void {
  if (status === "closed") throw new RuleBroken("This entry is closed, so it stays as it was");
}

export function assertCanBeAgreed({ status }: { status: RiskStatus }): void {
  assertRiskIsOpen({ status });
  if (status === "agreed") throw new RuleBroken("The group has agreed this entry as it stands");
}
