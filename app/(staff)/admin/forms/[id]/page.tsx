import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { frameworkStatuses } from "@/lib/assessments/frameworks/labels";
import { viewFramework } from "@/lib/assessments/frameworks/queries";
import { load } from "@/lib/request/load";
import { FrameworkFacts } from "./framework-facts";
import { Section } from "./section";
import { NextVersionForm } from "./version-form";

const said = {
  started: "The draft has been started",
  saved: "The draft has been saved",
  moved: "The order has been changed",
  removed: "It has been removed from the draft",
  published: "The form is in use from now on",
  retired: "The form is not used for new assessments any more",
};

export default async function FrameworkPage({
  params,
  searchParams,
}: PageProps<"/admin/forms/[id]">) {
  const [{ id }, { done }] = [await params, await searchParams];
  const framework = await load((ctx) => viewFramework(ctx, id));
  const { name, version, status, sections, isOurs } = framework;
  const here = `/admin/forms/${id}`;
  const isDraft = status === "draft";
  return (
    <Main back={<BackLink href="/admin/forms">Back to the assessment forms</BackLink>}>
      <PageTitle>{`Assessment form: ${name}`}</PageTitle>
      <DoneAlert done={done} labels={said} />
      <PageHeading caption={`Version ${version}. ${frameworkStatuses[status]}`}>{name}</PageHeading>
      <FrameworkFacts framework={framework} />
      <p className="govuk-body">
        <Link href={`${here}/preview`}>Preview as an assessor sees it</Link>
      </p>
      {sections.length === 0 && <p className="govuk-body">There is no section yet.</p>}
      {sections.map((section, at) => (
        <Section key={section.id} framework={framework} section={section} at={at} />
      ))}
      <div className="govuk-button-group">
        {isDraft && (
          <>
            <LinkButton variant="secondary" href={`${here}/sections/add`}>
              Add a section
            </LinkButton>
            <LinkButton href={`${here}/publish`}>Publish this version</LinkButton>
          </>
        )}
        {status !== "retired" && (
          <Link href={`${here}/retire`}>
            {isDraft ? "Give this draft up" : "Retire this version"}
          </Link>
        )}
      </div>
      {!isDraft && isOurs && <NextVersionForm frameworkId={id} />}
      {!isDraft && !isOurs && (
        <p className="govuk-body">
          Every area has this form. To change what it asks,{" "}
          <Link href="/admin/forms/new">start a new form</Link> that begins with it.
        </p>
      )}
    </Main>
  );
}
