import { CheckAnswers } from "@/components/form/check-answers";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { InsetText, Paragraphs, WarningText } from "@/components/ui/text";
import { scanLabels } from "@/lib/attachments/labels";
import { viewAnswers } from "@/lib/referrals/drafts/queries";
import { pageWords } from "@/lib/referrals/pages/rules";
import { openDraft } from "../open-draft";
import { SendForm } from "./send-form";

export default async function CheckPage({ params }: PageProps<"/referrals/drafts/[id]/check">) {
  const { id } = await params;
  const draft = await openDraft((ctx) => viewAnswers(ctx, id));
  const here = `/referrals/drafts/${id}`;
  const sections = draft.sections.map(({ page, title, rows }) => ({
    title,
    changeHref: `${here}/${page}`,
    rows: rows.map(({ key, value }) => ({
      key,
      value: value ? <Paragraphs text={value} /> : "Not answered",
    })),
  }));
  const files = {
    title: "Files",
    changeHref: `${here}/files`,
    rows: draft.files.map(({ name, scan }, index) => ({
      key: `File ${index + 1}`,
      value: `${name} (${scanLabels[scan].toLowerCase()})`,
    })),
  };

  return (
    <Main back={<BackLink href={here}>Back to the list of pages</BackLink>} width="two-thirds">
      <PageTitle>Check your answers</PageTitle>
      <PageHeading caption="Refer a concern">Check your answers</PageHeading>
      <CheckAnswers sections={[...sections, files]} />
      {draft.warnings.map(({ page, says, quotes }) => (
        <InsetText key={page + says}>
          <p className="govuk-body">
            {says}{" "}
            <Link href={`${here}/${page}`}>Change “{pageWords(page, draft.isCall).title}”</Link>
          </p>
          {quotes.map((quote) => (
            <Paragraphs key={quote} text={`“${quote}”`} />
          ))}
        </InsetText>
      ))}
      {!draft.isDiscussed && (
        <WarningText>
          You have not discussed this with your safeguarding lead. You can send it, but talk to them
          first if you can.
        </WarningText>
      )}
      {draft.unfinished.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Before you can send this</h2>
          <p className="govuk-body">Finish these pages:</p>
          <ul className="govuk-list govuk-list--bullet">
            {draft.unfinished.map((page) => (
              <li key={page}>
                <Link href={`${here}/${page}`}>{pageWords(page, draft.isCall).title}</Link>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <SendForm draftId={id} draftVersion={draft.version} />
      )}
    </Main>
  );
}
