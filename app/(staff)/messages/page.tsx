import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryCard } from "@/components/ui/summary-list";
import { InsetText, Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { listMessages } from "@/lib/notices/queries";
import { load } from "@/lib/request/load";

export default async function MessagesPage() {
  const messages = await load(listMessages);
  return (
    <Main width="two-thirds" back={<BackLink href="/home">Back to home</BackLink>}>
      <PageTitle>Emails of the demonstration</PageTitle>
      <PageHeading>Emails of the demonstration</PageHeading>
      <InsetText>
        This is a demonstration, so nothing is sent. These are the emails that you would have
        received, as they would have read: a reference and a link, and nothing about anybody.
      </InsetText>
      {messages.length === 0 && <p className="govuk-body">Nobody has written to you yet.</p>}
      {messages.map(({ id, subject, body, createdAt }) => (
        <SummaryCard
          key={id}
          title={subject}
          rows={[
            { key: "Written", value: <Time at={createdAt} /> },
            { key: "Text", value: <Paragraphs text={body} /> },
          ]}
        />
      ))}
    </Main>
  );
}
