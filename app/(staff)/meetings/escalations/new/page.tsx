import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { getSubjectToEscalate } from "@/lib/governance/escalations/queries";
import { readEscalationAddress } from "@/lib/governance/schema";
import { load } from "@/lib/request/load";
import { EscalateForm } from "./escalate-form";

const pageOf = {
  action: "/plan/actions",
  risk: "/plan/risks",
  item: "/meetings/governance/items",
} as const;

export default async function EscalatePage({
  searchParams,
}: PageProps<"/meetings/escalations/new">) {
  const { about, of } = readEscalationAddress(await searchParams);
  if (!about || !of) notFound();
  const { subject, from, to } = await load((ctx) => getSubjectToEscalate(ctx, about, of));
  const back = `${pageOf[about]}/${of}`;
  const toChoice = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to what it is about</BackLink>}>
      <PageTitle>{`Escalate ${subject.title}`}</PageTitle>
      {to.length > 0 ? (
        <EscalateForm
          about={about}
          subjectId={of}
          title={subject.title}
          back={back}
          from={from.map(toChoice)}
          to={to.map(toChoice)}
        />
      ) : (
        <>
          <PageHeading caption={subject.title}>Escalate a question</PageHeading>
          <p className="govuk-body">
            A question goes to a body above. No body that you keep and that could ask has one above
            it.
          </p>
        </>
      )}
    </Main>
  );
}
