import { DueDay } from "@/components/cases/due-day";
import { ConsentForms } from "@/components/consent/consent-forms";
import { LinkButton } from "@/components/form/button";
import { NeedsTable } from "@/components/support/needs-table";
import { PlanCard } from "@/components/support/plan-card";
import { SupportActions } from "@/components/support/support-actions";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Details, InsetText } from "@/components/ui/text";
import { clockKinds } from "@/lib/clocks/labels";
import { load } from "@/lib/request/load";
import { doneLabels } from "@/lib/support/labels";
import { needsChanged, needsIn } from "@/lib/support/needs/rules";
import { viewSupport } from "@/lib/support/queries";

type Props = PageProps<"/cases/[ref]/support">;
type View = Awaited<ReturnType<typeof viewSupport>>;

export default async function SupportPage({ params, searchParams }: Props) {
  const { ref } = await params;
  const { done } = await searchParams;
  const view = await load((ctx) => viewSupport(ctx, ref));
  const { reference, plan, earlier, actions, isGiven, may, today } = view;
  const here = `/cases/${reference}/support`;
  return (
    <>
      <PageTitle>{`Support on ${reference}`}</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading caption={reference}>Support</PageHeading>
      {!isGiven && (
        <InsetText>
          Consent has not been given, so nothing in the plan can start.
          {may.write && (
            <>
              {" "}
              <Link href={`/cases/${reference}/consent`}>See where consent stands</Link>
            </>
          )}
        </InsetText>
      )}
      {plan ? (
        <PlanCard plan={plan} />
      ) : (
        <p className="govuk-body">No support plan has been written yet.</p>
      )}
      <Needs view={view} />
      <div className="govuk-button-group">
        {may.writePlan && (
          <LinkButton href={`${here}/plan`} variant={plan ? "secondary" : undefined}>
            {plan ? "Write the next version" : "Write the support plan"}
          </LinkButton>
        )}
        {may.writePlan && (
          <LinkButton href={`${here}/needs`} variant="secondary">
            Change needs and objectives
          </LinkButton>
        )}
        {earlier.length > 0 && plan && (
          <LinkButton href={`${here}/versions/${plan.number}`} variant="secondary">
            Compare with the version before
          </LinkButton>
        )}
      </div>
      <SupportActions
        actions={actions.map(({ needId, ...action }) => ({
          ...action,
          objective: view.needs.find(({ id }) => id === needId)?.objective,
        }))}
        today={today}
      />
      {may.addAction && (
        <LinkButton href={`${here}/actions`} variant="secondary">
          Add an action to the plan
        </LinkButton>
      )}
      <Mentors view={view} />
      <ConsentForms forms={view.forms} />
      {earlier.length > 0 && (
        <Details summary="Earlier versions of the plan">
          {earlier.map((version) => (
            <div key={version.id}>
              <PlanCard plan={version} level={3} />
              <p className="govuk-body">
                <Link href={`${here}/versions/${version.number}`}>
                  See version {version.number} with its needs
                </Link>
              </p>
            </div>
          ))}
        </Details>
      )}
    </>
  );
}

function Needs({ view: { needs, plan } }: { view: View }) {
  if (needs.length === 0) return null;
  const number = plan?.number ?? 0;
  const coming = needsChanged(needs, number + 1);
  const isChanging = coming.added.length + coming.ended.length > 0;
  return (
    <>
      {plan && <NeedsTable caption="Needs and objectives" needs={needsIn(needs, number)} />}
      {isChanging && (
        <NeedsTable
          caption={`As version ${number + 1} will have them`}
          needs={needsIn(needs, number + 1)}
        />
      )}
    </>
  );
}

function Mentors({ view: { providers, clocks, may, reference, today } }: { view: View }) {
  const here = `/cases/${reference}/support`;
  return (
    <>
      <h2 className="govuk-heading-m">Mentor</h2>
      {providers.length === 0 ? (
        <p className="govuk-body">No mentor has been named on this case.</p>
      ) : (
        <SummaryList
          rows={[
            ...providers.map(({ user, organisation }) => ({
              key: user.name,
              value: organisation.name,
            })),
            ...clocks.map(({ kind, dueOn }) => ({
              key: clockKinds[kind],
              value: <DueDay day={dueOn} today={today} />,
            })),
          ]}
        />
      )}
      <div className="govuk-button-group">
        {may.sessions && providers.length > 0 && (
          <LinkButton href={`${here}/sessions`} variant="secondary">
            Sessions and concerns
          </LinkButton>
        )}
        {may.contact && (
          <LinkButton href={`${here}/contact`} variant="secondary">
            Record contact with the person
          </LinkButton>
        )}
        {may.handOver && (
          <LinkButton href={`${here}/form`} variant="secondary">
            Hand over a signed consent form
          </LinkButton>
        )}
        {may.write && (
          <LinkButton href={`${here}/provider`} variant="secondary">
            Name a mentor
          </LinkButton>
        )}
      </div>
    </>
  );
}
