import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { privacyNoticeVersion } from "@/lib/told/labels";
import { AreaWords, ChooseArea, type NoticesProps, noticeOf } from "./area-words";

const periods = [
  ["A draft that was never shared", "30 days"],
  ["A concern that proved mistaken or unfounded", "6 months, or 3 months for a child"],
  ["Another need, where other help was suggested", "12 months"],
  ["Discussed by the panel, no support offered", "2 years, looked at again each year"],
  ["Support refused or stopped by the person", "2 years, looked at again each year"],
  ["Support that ended", "6 years, if a review finds it is still needed"],
] as const;

/** TR-01: what is the same everywhere, and what one area says of its own. */
export function PrivacyNotice(notices: NoticesProps) {
  const { notice } = notices;
  return (
    <Main width="two-thirds" back={<BackLink href="/">Back to start</BackLink>}>
      <PageTitle>Privacy</PageTitle>
      <PageHeading>What is kept, why, and for how long</PageHeading>
      <p className="govuk-body">
        The council, the police and their partners keep records here to protect people from being
        drawn into terrorism, which the Counter-Terrorism and Security Act 2015 asks of them. Each
        organisation is responsible for what it puts in.
      </p>
      <p className="govuk-body">
        <Link href={noticeOf("/privacy/children", notice?.area)}>
          Read this for children and young people
        </Link>
      </p>
      <AreaWords notice={notice} />
      <h2 className="govuk-heading-m">What is kept</h2>
      <p className="govuk-body">
        Who the person is, what somebody was worried about, what other organisations said, what was
        decided and why, and what support was given. There is no score, no watch list, and no
        decision made by a computer.
      </p>
      <h2 className="govuk-heading-m">Who sees it</h2>
      <p className="govuk-body">
        Only people named on a case, or at the meeting that discusses it. Each time somebody opens a
        record, that is written on a log that nobody can change.
      </p>
      <h2 className="govuk-heading-m">Whether you are told</h2>
      <p className="govuk-body">
        You are told that somebody has shared a concern, that the panel considers it, whether
        support is offered, when it ends, and when what was kept has been erased. You are not told
        only where that would increase a risk, harm an investigation, put a child at risk or cannot
        be done. That reason is written down and looked at again at every review.
      </p>
      <h2 className="govuk-heading-m">Support is yours to refuse</h2>
      <p className="govuk-body">
        Support starts only when you agree to it, or for somebody under 18 a parent or guardian
        does, and the young person is asked as well. It names who takes part. You can withdraw at
        any time without a reason, and saying no is never held against you.
      </p>
      <Table
        caption="How long it is kept"
        columns={[{ text: "What" }, { text: "How long" }]}
        rows={periods.map(([what, howLong]) => ({ key: what, cells: [what, howLong] }))}
      />
      <h2 className="govuk-heading-m">Your rights</h2>
      <p className="govuk-body">
        You can ask what is held about you, ask for it to be put right or erased, and object. Write
        to the data protection officer of your council or police force. If you are not content with
        the answer you can complain to the Information Commissioner.
      </p>
      <ChooseArea
        {...notices}
        path="/privacy"
        title={notice ? "Other areas" : "Who is responsible where you live"}
      />
      <p className="govuk-body-s text-secondary">{privacyNoticeVersion}</p>
    </Main>
  );
}
