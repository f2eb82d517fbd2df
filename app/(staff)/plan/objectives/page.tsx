import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { ActionLinks } from "@/components/plans/action-links";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { addressWith } from "@/components/ui/address";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { viewFrame } from "@/lib/plans/frame/queries";
import {
  benchmarkLabels,
  doneLabels,
  dutyThemeLabels,
  objectiveLabels,
  objectiveSchemeLabels,
} from "@/lib/plans/labels";
import { readPlanAddress } from "@/lib/plans/schema";
import { load } from "@/lib/request/load";

type Frame = Awaited<ReturnType<typeof viewFrame>>;
type Props = PageProps<"/plan/objectives">;

export default async function ObjectivesPage({ searchParams }: Props) {
  const { plan: planId, done } = readPlanAddress(await searchParams);
  const frame = await load((ctx) => viewFrame(ctx, planId));
  const { plan } = frame;
  return (
    <Main back={<BackLink href={`/plan?plan=${plan.id}`}>Back to the plan</BackLink>}>
      <PageTitle>Objectives and toolkit</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading caption={plan.title}>Objectives and toolkit</PageHeading>
      <PlanNavigation planId={plan.id} />
      <Objectives frame={frame} />
      <Duties frame={frame} />
      <Toolkit frame={frame} />
    </Main>
  );
}

const read = (isOwn: boolean) => (isOwn ? "this plan follows them" : "read across");

/** 0.2: the plan by its own objectives, then by the others. */
const Objectives = ({ frame: { libraries, plan } }: { frame: Frame }) => (
  <>
    <p className="govuk-body">
      The plan follows one set of national objectives. It is read by the other through a table of
      which objective grew out of which, which is this service’s own reading.
    </p>
    {libraries
      .toSorted((one, other) => Number(other.isOwn) - Number(one.isOwn))
      .map(({ scheme, isOwn, objectives }) => (
        <Table
          key={scheme}
          caption={`${objectiveSchemeLabels[scheme]}: ${read(isOwn)}`}
          columns={[{ text: "Objective" }, { text: "Actions" }]}
          rows={objectives.map(({ objective, ...found }) => ({
            key: objective,
            cells: [
              objectiveLabels[objective],
              <ActionLinks
                key="actions"
                {...found}
                href={addressWith("/plan", { plan: plan.id }, { objective })}
              />,
            ],
          }))}
        />
      ))}
  </>
);

const guidance = {
  prevent_2011: "Duty guidance of 2015",
  prevent_2023: "Duty guidance since 2023",
} as const;

const Duties = ({ frame: { duties, mayWrite, plan } }: { frame: Frame }) => (
  <>
    {duties
      .toSorted((one, other) => Number(other.isOwn) - Number(one.isOwn))
      .map(({ scheme, isOwn, parts }) => (
        <Table
          key={scheme}
          caption={`${guidance[scheme]}: ${read(isOwn)}`}
          columns={[{ text: "Part of the duty" }, { text: "Themes of the plan" }]}
          rows={parts.map(({ duty, themes }) => ({
            key: duty,
            cells: [dutyThemeLabels[duty], themes.map(({ title }) => title).join(", ") || "None"],
          }))}
        />
      ))}
    {mayWrite && (
      <>
        <h2 className="govuk-heading-m">Change a theme</h2>
        <ul className="govuk-list">
          {plan.themes.map(({ id, title, dutyTheme }) => (
            <li key={id}>
              <Link href={`/plan/themes/${id}`}>{title}</Link>
              {!dutyTheme && " (answers to no part of the duty yet)"}
            </li>
          ))}
        </ul>
      </>
    )}
  </>
);

/** 1.13: each part of the toolkit with what is done for it and what shows it. */
const Toolkit = ({ frame: { benchmarks, plan } }: { frame: Frame }) => (
  <Table
    caption="The eight parts of the toolkit"
    columns={[{ text: "Part" }, { text: "Actions" }, { text: "Evidence" }]}
    rows={benchmarks.map(({ benchmark, evidence, ...found }) => ({
      key: benchmark,
      cells: [
        benchmarkLabels[benchmark],
        <ActionLinks
          key="actions"
          {...found}
          href={addressWith("/plan", { plan: plan.id }, { benchmark })}
        />,
        evidence.length === 0 ? (
          "None"
        ) : (
          <ul key="evidence" className="govuk-list">
            {evidence.map(({ id, title, place, actionId }) => (
              <li key={id}>
                <Link href={`/plan/actions/${actionId}`}>{title}</Link>
                <br />
                <span className="text-secondary">{place}</span>
              </li>
            ))}
          </ul>
        ),
      ],
    }))}
  />
);
