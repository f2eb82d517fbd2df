import { SideNavigation } from "@/components/layout/side-navigation";

type Props = { assessmentId: string; answers: readonly { criterion: string; wording: string }[] };

/** The criteria of one self-assessment, each a page of its own. On a phone the table of criteria does the same. */
export const CriteriaNavigation = ({ assessmentId, answers }: Props) => (
  <div className="hidden desktop:block">
    <SideNavigation
      label="Criteria"
      sections={[
        { items: [{ href: `/plan/assessments/${assessmentId}`, text: "All of it" }] },
        {
          heading: "Criteria",
          items: answers.map(({ criterion, wording }) => ({
            href: `/plan/assessments/${assessmentId}/criteria/${criterion}`,
            text: wording,
          })),
        },
      ]}
    />
  </div>
);
