import { BackLink } from "@/components/layout/back-link";
import { PageTitle } from "@/components/ui/page-title";
import { viewOneAround } from "@/lib/cases/around/queries";
import { load } from "@/lib/request/load";
import { ChangeAroundForm } from "./change-around-form";

type Props = PageProps<"/cases/[ref]/people/[aroundId]">;

export default async function AroundPage({ params }: Props) {
  const { ref, aroundId } = await params;
  const one = await load((ctx) => viewOneAround(ctx, ref, aroundId));
  const { version, name, relation, organisation, contact, safeToContact, safetyNote } = one;
  return (
    <>
      <PageTitle>{`Change somebody around the person of case ${ref}`}</PageTitle>
      <BackLink href={`/cases/${ref}/people`}>Back to people around the person</BackLink>
      <ChangeAroundForm
        reference={ref}
        aroundId={aroundId}
        defaults={{
          version: String(version),
          name,
          relation,
          organisation: organisation ?? "",
          contact: contact ?? "",
          safeToContact,
          safetyNote: safetyNote ?? "",
          knows: one.knows,
          ...(one.livesWith && { livesWith: "yes" }),
        }}
      />
    </>
  );
}
