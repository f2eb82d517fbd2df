import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getLine } from "@/lib/funding/queries";
import { load } from "@/lib/request/load";
import { EditLineForm } from "./edit-line-form";

export default async function EditLinePage({ params }: PageProps<"/plan/funding/lines/[id]/edit">) {
  const { id } = await params;
  const { name, note, version } = await load((ctx) => getLine(ctx, id, "money:write"));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/funding/lines/${id}`}>Back to {name}</BackLink>}
    >
      <PageTitle>{`Change ${name}`}</PageTitle>
      <EditLineForm
        lineId={id}
        line={name}
        values={{ name, note: note ?? "", version: `${version}` }}
      />
    </Main>
  );
}
