import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getGroupToEdit } from "@/lib/training/courses/queries";
import { GroupForm } from "../group-form";

export default async function GroupPage({ params }: PageProps<"/training/groups/[id]">) {
  const { id } = await params;
  const { name, who, foundIn, version } = await load((ctx) => getGroupToEdit(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/training/courses">Back to the role groups</BackLink>}
    >
      <PageTitle>{`Change ${name}`}</PageTitle>
      <GroupForm
        title="Change the role group"
        groupId={id}
        values={{ name, who, foundIn, version: `${version}` }}
      />
    </Main>
  );
}
