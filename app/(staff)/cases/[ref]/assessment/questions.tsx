import { EvidenceList } from "@/components/cases/evidence-list";
import { Link } from "@/components/ui/link";
import { type Row, Table } from "@/components/ui/table";
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
  const columns = [
    { text: "Question" },
    { text: "Answer" },
    { text: "Rests on" },
    ...(before ? [{ text: `In version ${before.number}` }] : []),
    ...(mayEdit ? [{ text: "Action", isHidden: true }] : []),
  ];
  return current.framework.sections.map(({ code, name }) => (
    <Table
      key={code}
      caption={name}
      columns={columns}
      rows={current.framework.factors
        .filter(({ section }) => section === code)
        .map((factor) => rowOf(seen, factor, here))}
      empty="This framework asks nothing under this heading."
    />
  ));
}

const find = (assessment: Assessment | null, code: string): Given =>
  assessment?.answers.find(({ factor }) => factor === code);

function rowOf(seen: Seen, { code, name }: { code: string; name: string }, here: string): Row {
  const given = find(seen.current, code);
  const earlier = find(seen.before, code);
  const evidence = seen.evidence.filter(({ id }) => given?.evidence.includes(id));
  return {
    key: code,
    cells: [
      given?.wording ?? name,
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
    ],
  };
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
      {isChanged && (
        <>
          {" "}
          <StatusTag meaning="new">Changed</StatusTag>
        </>
      )}
    </>
  );
}
