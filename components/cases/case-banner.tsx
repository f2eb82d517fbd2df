import { StatusTag } from "@/components/ui/tag";
import { Reference } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import {
  type CaseStatus,
  caseStatuses,
  type Marking,
  markingLabels,
  pausedLabel,
} from "@/lib/cases/labels";
import type { Day } from "@/lib/dates";
import { DueDay } from "./due-day";

export type CaseFile = {
  reference: string;
  name: string;
  age: number | null;
  status: CaseStatus;
  isPaused: boolean;
  /** The day by which the gateway looks at a pause again. */
  pausedUntil: Day | null;
  marking: Marking;
  leadName: string;
  nextDueOn: Day | null;
  today: Day;
};

/** Which case this is, on every one of its pages. A name stands here and never in a title. */
export function CaseBanner({ file }: { file: CaseFile }) {
  const { reference, name, age, status, isPaused, pausedUntil, marking, leadName } = file;
  const { nextDueOn, today } = file;
  return (
    <section className="app-case-banner" aria-label={`Case ${reference}`}>
      <p className="app-case-banner__who">
        <strong>{name}</strong>
        {age !== null && <span>{`, ${age} years old`}</span>}
        {isPaused && (
          <>
            {" "}
            <StatusTag meaning="closed">{pausedLabel}</StatusTag>
          </>
        )}
      </p>
      {isPaused && (
        <p className="govuk-body">
          This case stands still until the gateway ends the pause
          {pausedUntil && (
            <>
              , which it looks at again by <Time day={pausedUntil} />
            </>
          )}
          . It can be read, a concern can be raised and consent can be withdrawn. Nothing else can
          be changed.
        </p>
      )}
      <dl className="app-case-banner__facts">
        <Fact term="Reference">
          <Reference>{reference}</Reference>
        </Fact>
        <Fact term="Stage">{caseStatuses[status]}</Fact>
        {nextDueOn && (
          <Fact term="Next date">
            <DueDay day={nextDueOn} today={today} />
          </Fact>
        )}
        <Fact term="Led by">{leadName}</Fact>
        <Fact term="Marking">{markingLabels[marking]}</Fact>
      </dl>
    </section>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
