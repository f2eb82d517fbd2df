import { ButtonGroup, LinkButton } from "@/components/form/button";
import { Main } from "@/components/layout/main";
import { MatrixTable } from "@/components/training/matrix-table";
import { TrainingLinks } from "@/components/training/training-links";
import { addressWith } from "@/components/ui/address";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { load } from "@/lib/request/load";
import { perPage, viewTraining } from "@/lib/training/queries";
import { readTrainingAddress } from "@/lib/training/schema";

export default async function TrainingPage({ searchParams }: PageProps<"/training">) {
  const query = await searchParams;
  const { page } = readTrainingAddress(query);
  const { requirements, total, mayWrite, isOwnOnly } = await load((ctx) => viewTraining(ctx, page));
  return (
    <Main>
      <PageTitle>{page > 1 ? `Training (page ${page})` : "Training"}</PageTitle>
      <PageHeading>Training</PageHeading>
      <p className="govuk-body">
        {isOwnOnly
          ? "What each role group in your organisation needs, and how many have it, as your organisation has declared."
          : "What each role group needs, and how many have it, as organisations have declared of themselves. An organisation that has declared nothing is in none of the figures."}
      </p>
      <TrainingLinks />
      {mayWrite && (
        <ButtonGroup>
          <LinkButton href="/training/requirements/new">Add a requirement</LinkButton>
        </ButtonGroup>
      )}
      {total > perPage && (
        <ResultCount page={page} total={total} of={["requirements", "requirement"]} />
      )}
      <MatrixTable requirements={requirements} isOwnOnly={isOwnOnly} />
      <Pagination
        page={page}
        pages={Math.ceil(total / perPage)}
        href={(to) => addressWith("/training", query, { page: `${to}` })}
      />
    </Main>
  );
}
