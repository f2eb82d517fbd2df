import { AssessmentNavigation } from "@/components/benchmarks/assessment-navigation";
import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Due } from "@/components/plans/due";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { viewGuidance } from "@/lib/benchmarks/guidance/queries";
import { load } from "@/lib/request/load";

export default async function GuidancePage() {
  const { editions, open, today, mayWrite } = await load(viewGuidance);
  return (
    <Main back={<BackLink href="/plan">Back to the plan</BackLink>}>
      <PageTitle>Guidance</PageTitle>
      <PageHeading caption="Self-assessment and compliance">Guidance</PageHeading>
      <AssessmentNavigation hasRegisters />
      <p className="govuk-body">
        Guidance to which authorities have regard. When it changes, each specified authority is
        asked what that means for it.
      </p>
      {mayWrite && (
        <LinkButton href="/plan/assessments/guidance/new">Record a change of guidance</LinkButton>
      )}
      <Table
        caption="Reviews that wait for an answer"
        columns={[{ text: "Authority" }, { text: "Guidance" }, { text: "Due" }]}
        rows={open.map((review) => ({
          key: review.id,
          cells: [
            <Link key="authority" href={`/plan/assessments/guidance/${review.guidanceId}`}>
              {review.organisation}
              <span className="govuk-visually-hidden">: {review.guidance}</span>
            </Link>,
            `${review.guidance}, ${review.version}`,
            <Due key="due" day={review.dueDay} today={today} isOverdue={review.isOverdue} />,
          ],
        }))}
        empty="No review waits for an answer."
        keepsCaption
      />
      <Table
        caption="Register of guidance"
        columns={[
          { text: "Guidance" },
          { text: "Version" },
          { text: "Published" },
          { text: "In force from" },
          { text: "Answered" },
        ]}
        rows={editions.map((edition) => ({
          key: edition.id,
          cells: [
            <Link key="title" href={`/plan/assessments/guidance/${edition.id}`}>
              {edition.title}
            </Link>,
            edition.versionLabel,
            <Time key="published" day={edition.publishedDay} short />,
            <Time key="force" day={edition.inForceDay} short />,
            `${edition.reviews.filter(({ outcome }) => outcome).length} of ${edition.reviews.length}`,
          ],
        }))}
        empty="No guidance has been recorded yet."
        keepsCaption
      />
    </Main>
  );
}
