import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { ApprovalTable } from "@/components/reports/approval-table";
import { ReportBoard } from "@/components/reports/report-board";
import { ReportStatusTag } from "@/components/reports/report-status";
import { SectionList } from "@/components/reports/section-list";
import { TakenTable } from "@/components/reports/taken-table";
import { VersionTable } from "@/components/reports/version-table";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { purposeLabels, reportDoneLabels, templateLabels } from "@/lib/reports/labels";
import { type ReportRecord, viewReport } from "@/lib/reports/queries";
import { readReportAddress } from "@/lib/reports/schema";
import { load } from "@/lib/request/load";
import { SendForm } from "./send-form";

export default async function ReportPage({
  params,
  searchParams,
}: PageProps<"/plan/reports/[id]">) {
  const { id } = await params;
  const { done } = readReportAddress(await searchParams);
  const seen = await load((ctx) => viewReport(ctx, id));
  const { report, sections, versions, mayWrite, missing, mine, mayReadExempt } = seen;
  const at = `/plan/reports/${id}`;
  const isReady = mayWrite && report.status === "in_approval" && missing.length === 0;
  return (
    <Main back={<BackLink href="/plan/reports">Back to reports</BackLink>}>
      <PageTitle>{report.title}</PageTitle>
      <DoneAlert done={done} labels={reportDoneLabels} />
      <PageHeading caption={report.reference}>{report.title}</PageHeading>
      {mine.map(({ id: approver, post }) => (
        <InsetText key={approver}>
          <p className="govuk-body">
            Your approval as {post} is asked for. Read version {report.latestVersion} first.
          </p>
          <div className="govuk-button-group">
            <LinkButton href={`${at}/approve/${approver}`}>Approve the report</LinkButton>
            <Link href={`${at}/versions/${report.latestVersion}`}>Read the report</Link>
          </div>
        </InsetText>
      ))}
      {isReady && <LinkButton href={`${at}/publish`}>Publish the report</LinkButton>}
      <Facts report={report} mayWrite={mayWrite} />
      <WhatCounts report={report} />
      {seen.taken.length > 0 && <TakenTable taken={seen.taken} />}
      {mayWrite && (
        <p className="govuk-body app-no-print">
          <Link href={`${at}/preview`}>Preview the report with today’s figures</Link>
        </p>
      )}
      {sections.length > 0 && (
        <SectionList
          sections={sections}
          href={mayWrite ? (code) => `${at}/sections/${code}` : undefined}
        />
      )}
      <ApprovalTable
        report={report}
        approveHref={
          mayWrite && report.status === "in_approval"
            ? (approver) => `${at}/approve/${approver}`
            : undefined
        }
      />
      {mayWrite && (
        <p className="govuk-body app-no-print">
          <Link href={`${at}/approvers`}>Choose who has to approve it</Link>
        </p>
      )}
      {mayWrite && report.status === "draft" && (
        <SendForm reportId={id} version={`${report.version}`} />
      )}
      <VersionTable
        report={report}
        versions={versions}
        mayCompare={mayReadExempt && report.latestVersion > 1}
      />
    </Main>
  );
}

function Facts({ report, mayWrite }: { report: ReportRecord; mayWrite: boolean }) {
  const actions = mayWrite
    ? [{ href: `/plan/reports/${report.id}/edit`, text: "Change", hidden: "the details" }]
    : [];
  return (
    <SummaryList
      rows={[
        { key: "Status", value: <ReportStatusTag status={report.status} /> },
        { key: "Kind", value: templateLabels[report.template] },
        { key: "To", value: <ReportBoard report={report} />, actions },
        {
          key: "Meeting on",
          value: report.meetsDay ? <Time day={report.meetsDay} /> : "No meeting set",
        },
        { key: "Purpose", value: purposeLabels[report.purpose] },
        { key: "Report of", value: report.author },
        { key: "Contact", value: report.contact },
        { key: "For", value: report.covers },
        ...(report.publishedDay
          ? [
              { key: "Published", value: <Time day={report.publishedDay} /> },
              {
                key: "Who reads it",
                value: report.isPublic ? (
                  <>
                    Everybody, without what is exempt:{" "}
                    <Link href={`/pathway/reports/${report.slug}`}>the public page</Link>
                  </>
                ) : (
                  "Those above the steering group, without what is exempt"
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** BR-02: that an approval is void is said where it would be missed. */
function WhatCounts({ report }: { report: ReportRecord }) {
  const isChanged = report.status === "draft" && report.latestVersion > 0;
  if (!isChanged) return null;
  return (
    <InsetText>
      The text has changed since version {report.latestVersion} was sent, so approvals of that
      version no longer count. Send it again when it is ready.
    </InsetText>
  );
}
