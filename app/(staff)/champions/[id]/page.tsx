import { StandingTag, trainingWords } from "@/components/champions/standing";
import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import {
  championDoneLabels,
  championKinds,
  changeLabels,
  sectorLabels,
} from "@/lib/champions/labels";
import { viewChampion } from "@/lib/champions/queries";
import { readChampionAddress } from "@/lib/champions/schema";
import { load } from "@/lib/request/load";

export default async function ChampionPage({ params, searchParams }: PageProps<"/champions/[id]">) {
  const { id } = await params;
  const { done } = readChampionAddress(await searchParams);
  const { champion, today, mayWrite } = await load((ctx) => viewChampion(ctx, id));
  const { organisation, endedDay, endedBecause, lastContactDay } = champion;
  return (
    <Main back={<BackLink href="/champions">Back to champions</BackLink>}>
      <PageTitle>{`Champion of ${organisation}`}</PageTitle>
      <DoneAlert done={done} labels={championDoneLabels} />
      <PageHeading caption={organisation}>{champion.name}</PageHeading>
      <SummaryList
        rows={[
          { key: "Post", value: champion.post },
          { key: "What they do", value: championKinds[champion.kind] },
          { key: "Sector", value: sectorLabels[champion.sector] },
          { key: "Work contact", value: champion.contact },
          { key: "Appointed", value: <Time day={champion.appointedDay} /> },
          {
            key: "Runs out",
            value: (
              <>
                <Time day={champion.expiresDay} today={endedDay ? undefined : today} />{" "}
                <StandingTag standing={champion.standing} />
              </>
            ),
          },
          { key: "Training, as told", value: trainingWords(champion) },
          {
            key: "Last contact",
            value: lastContactDay ? <Time day={lastContactDay} today={today} /> : "None recorded",
          },
          ...(endedDay
            ? [
                { key: "Stepped down", value: <Time day={endedDay} /> },
                { key: "Why", value: endedBecause },
              ]
            : []),
        ]}
      />
      {mayWrite && (
        <>
          <LinkButton href={`/champions/${id}/renew`}>{changeLabels.renew}</LinkButton>
          <p className="govuk-body">
            <Link href={`/champions/${id}/contact`}>{changeLabels.contact}</Link>
          </p>
          <p className="govuk-body">
            <Link href={`/champions/${id}/end`}>{changeLabels.end}</Link>
          </p>
        </>
      )}
    </Main>
  );
}
