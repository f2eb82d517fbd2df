import { LinkButton } from "@/components/form/button";
import { SummaryCard } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";

type Round = {
  id: string;
  number: number;
  question: string;
  asked: string[];
  openedAt: Date;
  closedAt: Date | null;
  closesDay: Day;
  isOpen: boolean;
  mayComment: boolean;
};

/** Who was asked what, until when. */
export function RoundCard({
  round,
  today,
  mayWrite,
}: {
  round: Round;
  today: Day;
  mayWrite: boolean;
}) {
  const at = `/plan/consultation/rounds/${round.id}`;
  return (
    <SummaryCard
      title={`Consultation ${round.number}${round.isOpen ? "" : ", closed"}`}
      rows={[
        { key: "What is asked", value: <Paragraphs text={round.question} /> },
        { key: "Who is asked", value: round.asked.join(", ") },
        { key: "Opened", value: <Time at={round.openedAt} /> },
        {
          key: "Last day for comments",
          value: <Time day={round.closesDay} today={round.isOpen ? today : undefined} />,
        },
        ...(round.closedAt ? [{ key: "Closed", value: <Time at={round.closedAt} /> }] : []),
      ]}
    >
      {round.isOpen && (mayWrite || round.mayComment) && (
        <div className="govuk-button-group app-no-print mt-4">
          {round.mayComment && <LinkButton href={`${at}/comment`}>Make a comment</LinkButton>}
          {mayWrite && (
            <>
              <LinkButton href={`${at}/enter`} variant={round.mayComment ? "secondary" : undefined}>
                Write down a comment
              </LinkButton>
              <LinkButton variant="secondary" href={`${at}/close`}>
                Close the consultation
              </LinkButton>
            </>
          )}
        </div>
      )}
    </SummaryCard>
  );
}
