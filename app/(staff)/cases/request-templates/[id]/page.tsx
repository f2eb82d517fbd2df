import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getTemplate } from "@/lib/information/templates/queries";
import { load } from "@/lib/request/load";
import { ChangeForm } from "./change-form";

export default async function TemplatePage({ params }: PageProps<"/cases/request-templates/[id]">) {
  const { id } = await params;
  const { name, question, lawfulBasis, days, status, version } = await load((ctx) =>
    getTemplate(ctx, id),
  );
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/cases/request-templates">Back to starting texts</BackLink>}
    >
      <PageTitle>{`Change the starting text ${name}`}</PageTitle>
      <ChangeForm
        templateId={id}
        version={`${version}`}
        template={{ name, question, lawfulBasis, days: `${days}`, status }}
      />
    </Main>
  );
}
