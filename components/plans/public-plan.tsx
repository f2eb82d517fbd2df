import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import type { PublicTheme } from "@/lib/plans/publication/rules";

type Props = {
  coverage: string;
  edition: number;
  startDay: Day;
  endDay: Day;
  approvedBy: string | null;
  approvedDay: Day | null;
  introduction: string;
  contact: string;
  themes: readonly PublicTheme[];
};

/** The plan as anybody may read it. The preview and the public page print the same. */
export const PublicPlan = ({ introduction, contact, themes, ...plan }: Props) => (
  <>
    <p className="govuk-body">
      {plan.coverage}, <Time day={plan.startDay} /> to <Time day={plan.endDay} />. Version{" "}
      {plan.edition}
      {plan.approvedBy && plan.approvedDay && (
        <>
          , approved by {plan.approvedBy} on <Time day={plan.approvedDay} />
        </>
      )}
      .
    </p>
    <Paragraphs text={introduction} />
    {themes.map(({ title, text, actions }) => (
      <section key={title}>
        <h2 className="govuk-heading-m">{title}</h2>
        {text && <Paragraphs text={text} />}
        {actions.length > 0 && (
          <ul className="govuk-list govuk-list--bullet">
            {actions.map((action) => (
              <li key={action.reference}>{action.text}</li>
            ))}
          </ul>
        )}
      </section>
    ))}
    <h2 className="govuk-heading-m">Ask about this plan</h2>
    <Paragraphs text={contact} />
  </>
);
