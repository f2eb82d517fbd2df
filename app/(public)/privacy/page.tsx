import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";

const periods = [
  ["A draft that was never shared", "30 days"],
  ["A concern that proved mistaken or unfounded", "6 months, or 3 months for a child"],
  ["Another need, where other help was suggested", "12 months"],
  ["Discussed by the panel, no support offered", "2 years, looked at again each year"],
  ["Support refused or stopped by the person", "2 years, looked at again each year"],
  ["Support that ended", "6 years, if a review finds it is still needed"],
] as const;

export default function PrivacyPage() {
  return (
    <Main width="two-thirds" back={<BackLink href="/">Back to start</BackLink>}>
      <PageTitle>Privacy</PageTitle>
      <PageHeading>What is kept, why, and for how long</PageHeading>
      <p className="govuk-body">
        The council, the police and their partners keep records here to protect people from being
        drawn into terrorism, which the Counter-Terrorism and Security Act 2015 asks of them. Each
        organisation is responsible for what it puts in.
      </p>
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
    </Main>
  );
}
