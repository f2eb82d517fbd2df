import { ProjectList } from "@/components/projects/project-list";
import { LinkedActions } from "@/components/risks/linked-actions";
import { Link } from "@/components/ui/link";
import { StatusTag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { Rag } from "@/lib/plans/labels";
import { type RecommendationState, recommendationStates } from "@/lib/profile/labels";
import type { ProjectStatus } from "@/lib/projects/labels";

type Recommendation = {
  id: string;
  number: number;
  text: string;
  state: RecommendationState;
  declinedBecause: string | null;
  declinedDay: string | null;
  actions: readonly {
    actionId: string;
    reference: string;
    text: string;
    plan: string;
    owner: string;
    rag: Rag;
    isStale: boolean;
    dueDay: string;
  }[];
};

type Project = {
  id: string;
  reference: string;
  title: string;
  status: ProjectStatus;
  recommendationId: string | null;
};

type Props = {
  recommendations: readonly Recommendation[];
  projects: readonly Project[];
  mayKeep: boolean;
};

const meanings = { open: "waiting", in_plan: "done", declined: "closed" } as const;

/** CT-02, 3.4: each recommendation, the actions that it became, and the projects that carry those out. */
export function RecommendationList({ recommendations, projects, mayKeep }: Props) {
  return (
    <section>
      <h2 className="govuk-heading-m">Recommendations</h2>
      {recommendations.length === 0 && (
        <p className="govuk-body">No recommendation has been added yet.</p>
      )}
      {recommendations.map((one) => (
        <article key={one.id}>
          <h3 className="govuk-heading-s">
            {one.number}. {one.text}{" "}
            <StatusTag meaning={meanings[one.state]}>{recommendationStates[one.state]}</StatusTag>
          </h3>
          {one.declinedDay && (
            <p className="govuk-body">
              <Time day={one.declinedDay} />: {one.declinedBecause}
            </p>
          )}
          {one.actions.length > 0 && (
            <LinkedActions
              caption={`Actions of recommendation ${one.number}`}
              captionSize="s"
              actions={one.actions}
            />
          )}
          <ProjectList
            title={`Projects of recommendation ${one.number}`}
            projects={projects.filter(({ recommendationId }) => recommendationId === one.id)}
            level={4}
          />
          {mayKeep && one.state !== "declined" && (
            <p className="govuk-body app-no-print">
              <Link href={`/plan/profile/recommendations/${one.id}`}>
                Say what becomes of recommendation {one.number}
              </Link>
            </p>
          )}
        </article>
      ))}
    </section>
  );
}
