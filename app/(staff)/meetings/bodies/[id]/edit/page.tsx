import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getBodyToEdit } from "@/lib/governance/bodies/queries";
import { load } from "@/lib/request/load";
import { EditBodyForm } from "./edit-body-form";

type Props = PageProps<"/meetings/bodies/[id]/edit">;

export default async function EditBodyPage({ params }: Props) {
  const { id } = await params;
  const { body, bodies } = await load((ctx) => getBodyToEdit(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/bodies/${id}`}>Back to {body.name}</BackLink>}
    >
      <PageTitle>{`Change ${body.name}`}</PageTitle>
      <EditBodyForm
        bodyId={id}
        name={body.name}
        values={{
          ...{ name: body.name, kind: body.kind, purpose: body.purpose, powers: body.powers },
          ...{ parentId: body.parentId ?? "", frequency: body.frequency },
          ...{ endedDay: body.endedDay ?? "", version: `${body.version}` },
        }}
        parents={bodies
          .filter((other) => other.id !== id && !other.endedDay)
          .map((other) => ({ value: other.id, label: other.name }))}
      />
    </Main>
  );
}
