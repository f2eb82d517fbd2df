import { LimitChanges, limitText } from "@/components/clocks/limit-changes";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { clockKinds } from "@/lib/clocks/labels";
import { viewLimit } from "@/lib/clocks/limits/queries";
import { load } from "@/lib/request/load";
import { LimitForm } from "./limit-form";

export default async function LimitPage({ params }: PageProps<"/admin/areas/limits/[kind]">) {
  const { kind: asked } = await params;
  const { kind, limit, changes } = await load((ctx) => viewLimit(ctx, asked));
  return (
    <Main back={<BackLink href="/admin/areas">Back to the area</BackLink>}>
      <PageTitle>{`Change a time limit: ${clockKinds[kind]}`}</PageTitle>
      <PageHeading caption="Time limit">{clockKinds[kind]}</PageHeading>
      <LimitForm kind={kind} unit={limit.unit} now={limitText(limit)} />
      <LimitChanges changes={changes} />
    </Main>
  );
}
