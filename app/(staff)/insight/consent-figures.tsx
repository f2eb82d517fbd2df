import { BarChart } from "@/components/charts/bar-chart";
import type { ConsentFigures as Moments } from "@/lib/insight/consent/rules";
import { type ConsentMoment, consentMoments, consentNote } from "@/lib/insight/labels";
import type { PeriodChoice } from "@/lib/insight/periods/rules";
import { cellText } from "@/lib/insight/rules";
import { headline, middle } from "./words";

type Props = { consent: { now: Moments; before: Moments | null }; period: PeriodChoice };

/** C-12, REP-05: where consent came to stand on adopted cases. */
export function ConsentFigures({ consent: { now, before }, period }: Props) {
  return (
    <section>
      <h2 className="govuk-heading-m">Consent to support</h2>
      <BarChart
        title={headline("Consents given", now.given, before?.given, period)}
        subtitle={`Where consent came to stand on adopted cases, ${period.label}. Each is shown in fives and drawn at its middle.`}
        of={["Consent", "Cases", period.kind === "quarter" ? "Quarter before" : "Year before"]}
        keptBack="<5"
        source={consentNote}
        bars={(Object.keys(consentMoments) as ConsentMoment[]).map((moment) => ({
          label: consentMoments[moment],
          value: middle(now[moment]),
          text: cellText(now[moment]),
          before: before ? cellText(before[moment]) : "No figure",
        }))}
      />
    </section>
  );
}
