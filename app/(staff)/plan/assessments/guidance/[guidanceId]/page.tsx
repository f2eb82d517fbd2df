import { GapTable } from "@/components/benchmarks/gap-table";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { viewGuidanceEdition } from "@/lib/benchmarks/guidance/queries";
import { benchmarkDoneLabels } from "@/lib/benchmarks/labels";
import { readBenchmarkAddress } from "@/lib/benchmarks/schema";
import { criterionChoices } from "@/lib/benchmarks/schemes/rules";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/assessments/guidance/[guidanceId]">;

export default async function GuidanceEditionPage({ params, searchParams }: Props) {
  const { guidanceId } = await params;
  const { done } = readBenchmarkAddress(await searchParams);
  const { guidance, reviews, today } = await load((ctx) => viewGuidanceEdition(ctx, guidanceId));
  const criteria = guidance.criteria.map((code) => criterionChoices[code] ?? code);
  return (
    <Main back={<BackLink href="/plan/assessments/guidance">Back to guidance</BackLink>}>
      <PageTitle>{guidance.title}</PageTitle>
      <DoneAlert done={done} labels={benchmarkDoneLabels} />
      <PageHeading caption="Guidance">{guidance.title}</PageHeading>
      <SummaryList
        rows={[
          { key: "Version", value: guidance.versionLabel },
          { key: "Published", value: <Time day={guidance.publishedDay} /> },
          { key: "In force from", value: <Time day={guidance.inForceDay} /> },
          { key: "What has changed", value: <Paragraphs text={guidance.summary} /> },
          {
            key: "Criteria it bears on",
            value:
              criteria.length > 0 ? (
                <ul className="govuk-list">
                  {criteria.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              ) : (
                "None was named"
              ),
          },
        ]}
      />
      <GapTable reviews={reviews} today={today} />
    </Main>
  );
}
