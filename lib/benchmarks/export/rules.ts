import { type Scheme, verdictLabels } from "@/lib/benchmarks/labels";
import { jointScore } from "@/lib/benchmarks/rules";

type Exported = {
  scheme: Scheme;
  of: string;
  year: string;
  submittedDay: string | null;
  uploadedDay: string | null;
  receiptReference: string | null;
  answers: readonly {
    wording: string;
    level: number | null;
    answer: string | null;
    ownerRole: string | null;
    ownerOrganisation: { name: string } | null;
    evidence: readonly { title: string; place: string; datedDay: string }[];
    challenges: readonly {
      by: string;
      verdict: keyof typeof verdictLabels;
      note: string;
      reply: string | null;
    }[];
  }[];
};

export const exportColumns = [
  "Scheme",
  "Version",
  "Of",
  "Year",
  "Criterion",
  "Level",
  "Level in words",
  "Answer",
  "Owner",
  "Evidence",
  "Peer challenge",
  "Submitted",
  "Uploaded",
  "Receipt reference",
] as const;

/** A row for each criterion, one for the joint score, and one for each fact of the year. */
export function exportRows(
  assessment: Exported,
  facts: readonly { label: string; text: string }[],
): string[][] {
  const { scheme, of, year, answers } = assessment;
  const before = [scheme.title, scheme.version, of, year];
  const after = [
    assessment.submittedDay ?? "",
    assessment.uploadedDay ?? "",
    assessment.receiptReference ?? "",
  ];
  const row = (cells: string[]) => [...before, ...cells, ...after];
  const joint = jointScore(answers.map(({ level }) => level));
  return [
    ...answers.map((answer) =>
      row([
        answer.wording,
        `${answer.level ?? ""}`,
        answer.level === null ? "" : (scheme.levels[answer.level] ?? ""),
        answer.answer ?? "",
        answer.ownerOrganisation ? `${answer.ownerRole}, ${answer.ownerOrganisation.name}` : "",
        answer.evidence
          .map(({ title, place, datedDay }) => `${title}, ${place}, ${datedDay}`)
          .join("; "),
        answer.challenges
          .map(({ by, verdict, note, reply }) =>
            [`${by}: ${verdictLabels[verdict]}. ${note}`, reply && `Answer: ${reply}`]
              .filter(Boolean)
              .join(" "),
          )
          .join("; "),
      ]),
    ),
    ...(scheme.joint === "mean"
      ? [row(["Joint score", `${joint ?? ""}`, "The mean of every level", "", "", "", ""])]
      : []),
    ...facts.map(({ label, text }) => row([label, text, "", "", "", "", ""])),
  ];
}
