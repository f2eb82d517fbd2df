import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { viewDraftPage } from "@/lib/referrals/drafts/queries";
import { asQuestionPage, pageWords } from "@/lib/referrals/pages/rules";
import { openDraft } from "../open-draft";
import { PageForm } from "./page-form";

type Props = PageProps<"/referrals/drafts/[id]/[page]">;

export default async function DraftQuestionsPage({ params }: Props) {
  const { id, page: asked } = await params;
  const page = asQuestionPage(asked) ?? notFound();
  const { values, version, authorities, isCall } = await openDraft((ctx) =>
    viewDraftPage(ctx, id, page),
  );

  return (
    <Main
      back={<BackLink href={`/referrals/drafts/${id}`}>Back to the list of pages</BackLink>}
      width="two-thirds"
    >
      <PageTitle>{pageWords(page, isCall).title}</PageTitle>
      <PageForm
        key={page}
        draftId={id}
        page={page}
        values={{ ...values, version: String(version) }}
        editor={crypto.randomUUID()}
        authorities={authorities}
        isCall={isCall}
      />
    </Main>
  );
}
