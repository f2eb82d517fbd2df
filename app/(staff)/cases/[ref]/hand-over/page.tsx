import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { viewHandOver } from "@/lib/cases/workers/queries";
import { load } from "@/lib/request/load";
import { HandOverForm } from "./hand-over-form";

type Props = PageProps<"/cases/[ref]/hand-over">;
type Person = Awaited<ReturnType<typeof viewHandOver>>["others"][number];

const toOption = ({ id: value, user, organisation }: Person) => ({
  value,
  label: user.name,
  hint: organisation.name,
});

export default async function HandOverPage({ params }: Props) {
  const { ref } = await params;
  const found = await load((ctx) => viewHandOver(ctx, ref));
  const { id: caseId, reference } = found.case;
  const isPossible = found.workers.length > 0 && found.others.length > 0;
  return (
    <>
      <PageTitle>{`Hand over ${reference}`}</PageTitle>
      {isPossible ? (
        <HandOverForm
          caseId={caseId}
          reference={reference}
          from={found.workers.map(({ hat }) => toOption(hat))}
          to={found.others.map(toOption)}
        />
      ) : (
        <>
          <PageHeading caption={reference}>Hand over the case</PageHeading>
          <p className="govuk-body">This area has no other coordinator who could take it on.</p>
        </>
      )}
    </>
  );
}
