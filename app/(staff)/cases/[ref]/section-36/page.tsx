import { DoneAlert } from "@/components/cases/done-alert";
import { OnwardTable } from "@/components/support/onward-table";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryCard } from "@/components/ui/summary-list";
import { InsetText, Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { caseStatuses } from "@/lib/cases/labels";
import { viewSection36 } from "@/lib/cases/section-36/queries";
import { section36Labels } from "@/lib/referrals/labels";
import { load } from "@/lib/request/load";
import { signpostTargets } from "@/lib/signposts/labels";
import { SendForm } from "./send-form";

type Seen = Awaited<ReturnType<typeof viewSection36>>;

export default async function Section36Page({
  params,
  searchParams,
}: PageProps<"/cases/[ref]/section-36">) {
  const [{ ref }, { done }] = [await params, await searchParams];
  const seen = await load((ctx) => viewSection36(ctx, ref));
  const { may, whyNotSent, whyNotYes, decisions, status, caseId } = seen;
  return (
    <>
      <PageTitle>{`Section 36 decision on case ${ref}`}</PageTitle>
      <DoneAlert done={done} />
      <PageHeading caption={ref}>Section 36 decision</PageHeading>
      <p className="govuk-body">
        A person is referred to the panel only where there are reasonable grounds to believe that
        they are susceptible to being drawn into terrorism (Counter-Terrorism and Security Act 2015,
        section 36).
      </p>
      {may.send &&
        (whyNotSent ? <InsetText>{whyNotSent}</InsetText> : <SendForm caseId={caseId} />)}
      {may.decide && <Choices here={`/cases/${ref}/section-36`} whyNotYes={whyNotYes} />}
      {!may.send && !may.decide && decisions.length === 0 && (
        <InsetText>{`Nothing has been decided yet. The case is at "${caseStatuses[status]}".`}</InsetText>
      )}
      {decisions.map((made) => (
        <Decision key={made.id} made={made} />
      ))}
      <OnwardTable onward={seen.onward} today={seen.today} />
    </>
  );
}

/** Both answers weigh the same: neither is chosen, and each asks for reasons both ways. */
function Choices({ here, whyNotYes }: { here: string; whyNotYes: string | null }) {
  return (
    <>
      <h2 className="govuk-heading-m">Are there reasonable grounds?</h2>
      {whyNotYes && <InsetText>{whyNotYes}</InsetText>}
      <ul className="govuk-list app-choices">
        {!whyNotYes && (
          <li>
            <Link href={`${here}/yes`}>{section36Labels.yes}</Link>
          </li>
        )}
        <li>
          <Link href={`${here}/no`}>{section36Labels.no}</Link>
        </li>
      </ul>
    </>
  );
}

function Decision({ made }: { made: Seen["decisions"][number] }) {
  const isYes = made.decision === "yes";
  const { user, organisation } = made.decidedByHat;
  return (
    <SummaryCard
      title={section36Labels[made.decision]}
      rows={[
        { key: "Reasons for what was decided", value: <Paragraphs text={made.reasons} /> },
        { key: "Reasons the other way", value: <Paragraphs text={made.otherReasons} /> },
        ...(isYes || !made.signpost
          ? []
          : [{ key: "Other help", value: signpostTargets[made.signpost] }]),
        ...(made.secondLook
          ? [{ key: "Second look", value: <Paragraphs text={made.secondLook} /> }]
          : []),
        { key: "Decided by", value: `${user.name}, ${organisation.name}` },
        { key: "Decided", value: <Time at={made.decidedAt} /> },
      ]}
    />
  );
}
