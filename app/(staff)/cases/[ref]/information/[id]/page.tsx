import { ItemCard } from "@/components/cases/item-card";
import { BackLink } from "@/components/layout/back-link";
import { PageTitle } from "@/components/ui/page-title";
import { viewItem } from "@/lib/information/items/queries";
import { load } from "@/lib/request/load";
import { CorroborationForm } from "./corroboration-form";

export default async function ItemPage({ params }: PageProps<"/cases/[ref]/information/[id]">) {
  const { ref, id } = await params;
  const item = await load((ctx) => viewItem(ctx, ref, id));
  return (
    <>
      <PageTitle>{`What has been found out about an item on case ${ref}`}</PageTitle>
      <BackLink href={`/cases/${ref}/information`}>Back to information</BackLink>
      <CorroborationForm itemId={item.id} reference={ref}>
        <ItemCard item={item} headingLevel={2} />
      </CorroborationForm>
    </>
  );
}
