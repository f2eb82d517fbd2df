import { DoneAlert } from "@/components/cases/done-alert";
import { ItemCard } from "@/components/cases/item-card";
import { LinkButton } from "@/components/form/button";
import { addressWith } from "@/components/ui/address";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { itemsOnAPage, viewItems } from "@/lib/information/items/queries";
import { type ItemKind, itemKindLabels } from "@/lib/information/labels";
import { load } from "@/lib/request/load";

const headings: Record<ItemKind, string> = {
  fact: "Facts",
  third_party_allegation: "What others say",
  professional_opinion: "Professional opinions",
};

export default async function InformationPage({
  params,
  searchParams,
}: PageProps<"/cases/[ref]/information">) {
  const [{ ref }, query] = [await params, await searchParams];
  const page = Math.max(1, Number.parseInt(String(query.page), 10) || 1);
  const { items, total, mayAdd } = await load((ctx) => viewItems(ctx, ref, page));
  const here = `/cases/${ref}/information`;
  const pages = Math.ceil(total / itemsOnAPage);
  const kinds = Object.keys(itemKindLabels) as ItemKind[];
  return (
    <>
      <PageTitle page={{ current: page, of: pages }}>{`Information on case ${ref}`}</PageTitle>
      <DoneAlert done={query.done} />
      <PageHeading caption={ref}>Information</PageHeading>
      <p className="govuk-body">
        What partners have shared, each kind by itself. You see what is shared with you.
      </p>
      {mayAdd && <LinkButton href={`${here}/add`}>Add information</LinkButton>}
      <ResultCount page={page} total={total} of={["items", "item"]} />
      {kinds.map((kind) => {
        const ofKind = items.filter((item) => item.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind} aria-label={headings[kind]}>
            <h2 className="govuk-heading-m">{headings[kind]}</h2>
            {ofKind.map((item) => (
              <ItemCard
                key={item.id}
                item={item}
                {...(mayAdd && { changeHref: `${here}/${item.id}` })}
              />
            ))}
          </section>
        );
      })}
      <Pagination
        page={page}
        pages={pages}
        href={(to) => addressWith(here, {}, { page: String(to) })}
      />
    </>
  );
}
