import { QuestionTable } from "@/components/assessments/question-table";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { InsetText, Paragraphs } from "@/components/ui/text";
import { viewFramework } from "@/lib/assessments/frameworks/queries";
import { mandatoryBlocks } from "@/lib/assessments/labels";
import { load } from "@/lib/request/load";

export default async function PreviewPage({ params }: PageProps<"/admin/forms/[id]/preview">) {
  const { id } = await params;
  const framework = await load((ctx) => viewFramework(ctx, id));
  return (
    <Main back={<BackLink href={`/admin/forms/${id}`}>Back to the form</BackLink>}>
      <PageTitle>{`Preview: ${framework.name}`}</PageTitle>
      <PageHeading caption={`Preview of ${framework.name}, version ${framework.version}`}>
        Assessment
      </PageHeading>
      <InsetText>
        This is what an assessor sees before anything is answered. There is no case here.
      </InsetText>
      {framework.factors.length > 0 && (
        <QuestionTable
          framework={framework}
          columns={[{ text: "Answer" }, { text: "Action", isHidden: true }]}
          cellsOf={({ code, name }) => [
            "Not looked at yet",
            <Link key="answer" href={`/admin/forms/${id}/preview/${code}`}>
              Answer<span className="govuk-visually-hidden">: {name}</span>
            </Link>,
          ]}
        />
      )}
      <h2 className="govuk-heading-m">Judgement</h2>
      {framework.sections.map(({ code, name, guidance }) => (
        <section key={code}>
          <h3 className="govuk-heading-s">{name}</h3>
          {guidance && <Paragraphs text={guidance} />}
          <p className="govuk-body">
            A judgement in words, how sure the assessor is, and what is not known.
          </p>
        </section>
      ))}
      <h2 className="govuk-heading-m">The whole picture</h2>
      <ul className="govuk-list govuk-list--bullet">
        {Object.entries(mandatoryBlocks).map(([block, label]) => (
          <li key={block}>{label}</li>
        ))}
      </ul>
    </Main>
  );
}
