import { QuestionTable } from "@/components/assessments/question-table";
import { EvidenceList } from "@/components/cases/evidence-list";
import { Link } from "@/components/ui/link";
import { StatusTag } from "@/components/ui/tag";
import { Paragraphs } from "@/components/ui/text";
import { factorAnswers } from "@/lib/assessments/labels";
import type { Assessment, viewAssessment } from "@/lib/assessments/queries";

type Seen = Awaited<ReturnType<typeof viewAssessment>>;
type Given = Assessment["answers"][number] | undefined;

/** The questions of the framework, section by section, with what was said before beside them (AF-06). */
export function Questions({ seen, here }: { seen: Seen; here: string }) {
  const { current, before, mayEdit } = seen;
  if (!current || current.framework.factors.length === 0) return null;
  return (
    <QuestionTable
      framework={current.framework}
      columns={[
        { text: "Answer" },
        { text: "Rests on" },
        ...(before ? [{ text: `In version ${before.number}` }] : []),
        ...(mayEdit ? [{ text: "Action", isHidden: true }] : []),
      ]}
      wordingOf={({ code, name }) => find(current, code)?.wording ?? name}
      cellsOf={(factor) => cellsOf(seen, factor, here)}
    />
  );
}

const find = (assessment: Assessment | null, code: string): Given =>
  assessment?.answers.find(({ factor }) => factor === code);

function cellsOf(seen: Seen, { code, name }: { code: string; name: string }, here: string) {
  const given = find(seen.current, code);
  const earlier = find(seen.before, code);
  const evidence = seen.evidence.filter(({ id }) => given?.evidence.includes(id));
  return [
    <Said key="answer" given={given} />,
    given && <EvidenceList key="evidence" evidence={evidence} />,
    ...(seen.before
      ? [<Earlier key="before" given={earlier} isChanged={seen.changed.includes(code)} />]
      : []),
    ...(seen.mayEdit
      ? [
          <Link key="change" href={`${here}/questions/${code}`}>
            {given ? "Change" : "Answer"}
            <span className="govuk-visually-hidden">: {name}</span>
          </Link>,
        ]
      : []),
  ];
}

function Said({ given }: { given: Given }) {
  if (!given) return "Not looked at yet";
  return (
    <>
      {factorAnswers[given.answer]}
      {given.note && <Paragraphs text={given.note} />}
    </>
  );
}

function Earlier({ given, isChanged }: { given: Given; isChanged: boolean }) {
  return (
    <>
      {given ? factorAnswers[given.answer] : "Not looked at"}
      {given?.note && <Paragraphs text={given.note} />}
      {isChanged && (
        <>
          {" "}
          <StatusTag meaning="new">Changed</StatusTag>
        </>
      )}
    </>
  );
}
