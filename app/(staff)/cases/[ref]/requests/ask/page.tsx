import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { addWorkingDays, formatDay } from "@/lib/dates";
import { getCaseToAskAbout } from "@/lib/information/requests/queries";
import { load } from "@/lib/request/load";
import { AskForm } from "./ask-form";

export default async function AskPage({
  params,
  searchParams,
}: PageProps<"/cases/[ref]/requests/ask">) {
  const { ref } = await params;
  const { template: chosen } = await searchParams;
  const { caseId, partners, invitees, templates, template, mayWrite, today } = await load((ctx) =>
    getCaseToAskAbout(ctx, ref, String(chosen)),
  );
  return (
    <div className="app-reading">
      <PageTitle>{`Ask organisations about case ${ref}`}</PageTitle>
      <AskForm
        key={template?.id}
        caseId={caseId}
        reference={ref}
        partners={partners}
        invitees={invitees.map(({ hatId: value, name, organisation }) => ({
          ...{ value, label: `${name}, ${organisation}` },
        }))}
        start={
          template && {
            question: template.question,
            lawfulBasis: template.lawfulBasis,
            days: template.days,
            dueText: formatDay(addWorkingDays(today, template.days)),
          }
        }
      >
        <PageHeading caption={ref}>Ask organisations for information</PageHeading>
        <p className="govuk-body">
          Each is sent its question with the person&rsquo;s name and date of birth or age, and
          nothing else of the case. It sees only its own request.
        </p>
        <StartingTexts reference={ref} templates={templates} chosenId={template?.id} />
        {mayWrite && (
          <p className="govuk-body">
            <Link href="/cases/request-templates">Change the starting texts</Link>
          </p>
        )}
      </AskForm>
    </div>
  );
}

type Starting = {
  reference: string;
  templates: { id: string; name: string }[];
  chosenId: string | undefined;
};

/** None is chosen beforehand, and to choose one is to start the question again. */
function StartingTexts({ reference, templates, chosenId }: Starting) {
  if (templates.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-s">Start from a text</h2>
      <ul className="govuk-list">
        {templates.map(({ id, name }) => (
          <li key={id}>
            {id === chosenId ? (
              <strong>{name}: the question starts from this</strong>
            ) : (
              <Link href={`/cases/${reference}/requests/ask?template=${id}`}>{name}</Link>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
