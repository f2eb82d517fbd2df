import type { ReactNode } from "react";

import { Link } from "@/components/ui/link";
import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type Objective, objectiveLabels } from "@/lib/plans/labels";
import {
  type Answer,
  answerLabels,
  type Basis,
  basisLabels,
  type CheckKind,
  decisionLabels,
  type ProjectStatus,
} from "@/lib/projects/labels";
import { isApproved } from "@/lib/projects/rules";
import { type CoveredIdeology, coveredIdeologyLabels } from "@/lib/risks/labels";
import { DiligenceTag } from "./diligence";
import { ProjectTag } from "./project-table";

type Project = {
  status: ProjectStatus;
  summary: string;
  objective: Objective;
  ideologies: readonly CoveredIdeology[];
  targetGroup: string | null;
  basis: Basis;
  basisWords: string;
  owner: { name: string };
  provider: { id: string; name: string } | null;
  covers: string | null;
  outline: string | null;
  outlineGroup: string | null;
  outlineDay: Day | null;
  answer: Answer | null;
  answerReasons: string | null;
  answerDay: Day | null;
  funder: string | null;
  bidDay: Day | null;
  decisionReasons: string | null;
  decidedDay: Day | null;
  startDay: Day | null;
  endDay: Day | null;
  deliveryPlan: string | null;
  safeguarding: string | null;
  evaluationMethod: string | null;
  findings: string | null;
  lessons: string | null;
  withdrawnBecause: string | null;
  withdrawnDay: Day | null;
};

type Props = {
  project: Project;
  why: { name: string; path: string } | null;
  missing: readonly CheckKind[] | null;
  mayReadProvider: boolean;
};

const row = (key: string, value: ReactNode) => (value ? [{ key, value }] : []);
const words = (text: string | null) => text && <Paragraphs text={text} />;

/** What the funder decided, as far as the place on the road tells: what was withdrawn says it in its reasons. */
const decisionOf = (status: ProjectStatus) =>
  isApproved(status)
    ? decisionLabels.approved
    : status === "refused"
      ? decisionLabels.refused
      : null;

/** A project, with what each step on its road has said so far. */
export function ProjectSummary({ project, why, missing, mayReadProvider }: Props) {
  const { provider, ideologies, answer, answerDay, outlineDay, decidedDay, withdrawnDay } = project;
  const { startDay, endDay, bidDay } = project;
  const decision = decisionOf(project.status);
  return (
    <SummaryList
      rows={[
        { key: "Stage", value: <ProjectTag status={project.status} /> },
        ...row(
          "Withdrawn",
          withdrawnDay && (
            <>
              <Time day={withdrawnDay} />: {project.withdrawnBecause}
            </>
          ),
        ),
        { key: "What it does", value: <Paragraphs text={project.summary} /> },
        { key: "National objective", value: objectiveLabels[project.objective] },
        {
          key: "About",
          value:
            ideologies.length > 0
              ? ideologies.map((one) => coveredIdeologyLabels[one]).join(", ")
              : "General",
        },
        { key: "For", value: project.targetGroup ?? "Everybody" },
        {
          key: "Why this group",
          value: (
            <>
              <p className="govuk-body">
                {why ? <Link href={why.path}>{why.name}</Link> : basisLabels[project.basis]}
              </p>
              <Paragraphs text={project.basisWords} />
            </>
          ),
        },
        { key: "Led by", value: project.owner.name },
        {
          key: "Delivered by",
          value: provider ? (
            <>
              {mayReadProvider ? (
                <Link href={`/plan/projects/providers/${provider.id}`}>{provider.name}</Link>
              ) : (
                provider.name
              )}{" "}
              {missing && <DiligenceTag missing={missing} />}
            </>
          ) : (
            "Not known yet"
          ),
        },
        ...row("Areas", project.covers),
        ...row("Outline", words(project.outline)),
        ...row(
          "Put to",
          outlineDay && (
            <>
              {project.outlineGroup} on <Time day={outlineDay} />
            </>
          ),
        ),
        ...row(
          "The group’s answer",
          answer && answerDay && (
            <>
              {answerLabels[answer]}, <Time day={answerDay} />: {project.answerReasons}
            </>
          ),
        ),
        ...row(
          "Bid",
          bidDay && (
            <>
              {project.funder}, <Time day={bidDay} />
            </>
          ),
        ),
        ...row(
          "Decision",
          decidedDay && (
            <>
              {decision && `${decision}, `}
              <Time day={decidedDay} />: {project.decisionReasons}
            </>
          ),
        ),
        ...row(
          "Delivery",
          startDay && endDay && (
            <>
              <Time day={startDay} /> to <Time day={endDay} />
            </>
          ),
        ),
        ...row("Delivery plan", words(project.deliveryPlan)),
        ...row("Safeguarding", words(project.safeguarding)),
        ...row("How it is evaluated", words(project.evaluationMethod)),
        ...row("What the evaluation found", words(project.findings)),
        ...row("Lessons", words(project.lessons)),
      ]}
    />
  );
}
