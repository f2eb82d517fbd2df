import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { CheckTable, DiligenceTag, missingWords } from "@/components/projects/diligence";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { formatInstant } from "@/lib/dates";
import { projectDoneLabels } from "@/lib/projects/labels";
import { viewProvider } from "@/lib/projects/providers/queries";
import { readProjectAddress } from "@/lib/projects/schema";
import { load } from "@/lib/request/load";
import { CheckForm } from "./check-form";

type Props = PageProps<"/plan/projects/providers/[id]">;

export default async function ProviderPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = readProjectAddress(await searchParams);
  const { provider, projects, today, mayWrite } = await load((ctx) => viewProvider(ctx, id));
  const {
    reference,
    name,
    organisation,
    registration,
    contactPost,
    missing,
    checks,
    address,
    edited,
  } = provider;
  return (
    <Main back={<BackLink href="/plan/projects/providers">Back to providers</BackLink>}>
      <PageTitle>{name}</PageTitle>
      <DoneAlert done={done} labels={projectDoneLabels} />
      <PageHeading caption={reference}>{name}</PageHeading>
      {mayWrite && (
        <div className="govuk-button-group">
          <LinkButton variant="secondary" href={`/plan/projects/providers/${id}/edit`}>
            Change the details
          </LinkButton>
        </div>
      )}
      <SummaryList
        rows={[
          { key: "Organisation", value: organisation?.name ?? "A body outside the partnership" },
          { key: "Charity or company number", value: registration },
          ...(address ? [{ key: "Address", value: <Paragraphs text={address} /> }] : []),
          { key: "Post to contact", value: contactPost },
          ...(edited
            ? [{ key: "Last changed", value: `${formatInstant(edited.at)}, by ${edited.by}` }]
            : []),
          {
            key: "Due diligence",
            value: (
              <>
                <DiligenceTag missing={missing} /> {missingWords(missing)}
              </>
            ),
          },
          {
            key: "Projects",
            value:
              projects.length > 0 ? (
                <ul className="govuk-list">
                  {projects.map((project) => (
                    <li key={project.id}>
                      <Link href={`/plan/projects/${project.id}`}>
                        {project.reference} {project.title}
                      </Link>
                    </li>
                  ))}
                </ul>
              ) : (
                "It delivers no project here."
              ),
          },
        ]}
      />
      <CheckTable checks={checks} today={today} />
      {mayWrite && (
        <>
          <h2 className="govuk-heading-m">Record a check</h2>
          <CheckForm providerId={id} />
        </>
      )}
    </Main>
  );
}
