import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { type Role, roleLabels } from "@/lib/access/labels";
import { load } from "@/lib/request/load";
import { threatDoneLabels, threatLevels, threatMeanings } from "@/lib/threat/labels";
import { viewThreatLevel } from "@/lib/threat/queries";

export default async function ThreatLevelPage({ searchParams }: PageProps<"/plan/threat-level">) {
  const { done } = await searchParams;
  const { levels, current, maySet } = await load(viewThreatLevel);
  return (
    <Main back={<BackLink href="/plan">Back to the plan</BackLink>}>
      <PageTitle>National threat level</PageTitle>
      <DoneAlert done={done} labels={threatDoneLabels} />
      <PageHeading caption="Partnership plan">National threat level</PageHeading>
      <p className="govuk-body">
        {current ? (
          <>
            The level is <strong>{threatLevels[current.level].toLowerCase()}</strong>:{" "}
            {threatMeanings[current.level]}. It is set nationally, for the whole country, and says
            nothing of this area or of anybody in it. It is written down here by hand.
          </>
        ) : (
          "Nobody has written the level down yet. It is set nationally, for the whole country."
        )}
      </p>
      {maySet && <LinkButton href="/plan/threat-level/set">Write down a change</LinkButton>}
      <Table
        caption="What it was"
        columns={[
          { text: "Level" },
          { text: "Set on" },
          { text: "What it means here" },
          { text: "Written down by" },
        ]}
        rows={levels.map(({ id, level, setDay, note, by, role, organisation, recordedAt }) => ({
          key: id,
          cells: [
            threatLevels[level],
            <Time key="set" day={setDay} short />,
            note,
            <>
              {by}, {roleLabels[role as Role]}, {organisation}
              <br />
              <Time at={recordedAt} short />
            </>,
          ],
        }))}
        empty="There is no history yet."
      />
      <h2 className="govuk-heading-m">The five levels</h2>
      <ul className="govuk-list govuk-list--bullet">
        {Object.entries(threatMeanings).map(([level, meaning]) => (
          <li key={level}>
            {threatLevels[level as keyof typeof threatLevels]}: {meaning}
          </li>
        ))}
      </ul>
    </Main>
  );
}
