import { SummaryCard } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { type Stance, stanceLabels } from "@/lib/consultations/labels";

type Question = { id: string; number: number; text: string; stance: Stance | null; draft: string };
type Answer = { id: string; questionId: string; body: string; by: string; organisation: string };
type Props = {
  questions: Question[];
  answers: Answer[];
  regionalBody: string | null;
  isKeeper: boolean;
  mayAnswer: boolean;
};

/** Each question with the answer that is drafted, and what contributors said. */
export function QuestionList({ questions, answers, regionalBody, isKeeper, mayAnswer }: Props) {
  if (questions.length === 0)
    return (
      <>
        <h2 className="govuk-heading-m">Questions</h2>
        <p className="govuk-body">No question has been added yet.</p>
      </>
    );
  return (
    <>
      <h2 className="govuk-heading-m">Questions</h2>
      {questions.map((question) => (
        <SummaryCard
          key={question.id}
          headingLevel={3}
          title={`Question ${question.number}`}
          actions={actionsOf(question, isKeeper, mayAnswer)}
        >
          <Paragraphs text={question.text} />
          <h4 className="govuk-heading-s">Answer</h4>
          <p className="govuk-body">{stanceText(question.stance, regionalBody)}</p>
          {question.draft && <Paragraphs text={question.draft} />}
          <Contributions answers={answers.filter((one) => one.questionId === question.id)} />
        </SummaryCard>
      ))}
    </>
  );
}

const stanceText = (stance: Stance | null, regionalBody: string | null) => {
  if (!stance) return "Not drafted yet.";
  const isOurs = stance === "own" || stance === "no_answer";
  return `${stanceLabels[stance]}${regionalBody && !isOurs ? ` (${regionalBody})` : ""}.`;
};

function actionsOf({ id }: Question, isKeeper: boolean, mayAnswer: boolean) {
  const at = `/plan/consultations/questions/${id}`;
  return [
    ...(isKeeper ? [{ href: at, text: "Draft the answer" }] : []),
    ...(mayAnswer ? [{ href: `${at}/answer`, text: "Contribute" }] : []),
  ];
}

export function Contributions({ answers }: { answers: Answer[] }) {
  if (answers.length === 0) return null;
  return (
    <>
      <h4 className="govuk-heading-s">Contributions</h4>
      {answers.map(({ id, body, by, organisation }) => (
        <div key={id}>
          <p className="govuk-body-s">
            {by}, {organisation}
          </p>
          <Paragraphs text={body} />
        </div>
      ))}
    </>
  );
}
