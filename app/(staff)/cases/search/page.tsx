import { SelectField } from "@/components/form/select-field";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { openLabels, sourceParts, textSources } from "@/lib/cases/texts/labels";
import { mostHits, mostPlaces, viewTexts } from "@/lib/cases/texts/queries";
import { piecesOf, type TextFilters, textFiltersFrom } from "@/lib/cases/texts/rules";
import { load } from "@/lib/request/load";
import { SearchTextsForm } from "./search-texts-form";

type Hit = Awaited<ReturnType<typeof viewTexts>>["hits"][number];

export default async function SearchPage({ searchParams }: PageProps<"/cases/search">) {
  const filters = textFiltersFrom(await searchParams);
  const { words, hits, isCut } = await load((ctx) => viewTexts(ctx, filters));
  return (
    <Main back={<BackLink href="/cases">Back to cases</BackLink>} width="two-thirds">
      <PageTitle>Search inside your cases</PageTitle>
      <PageHeading>Search inside your cases</PageHeading>
      <SearchTextsForm key={filters.search} words={words} />
      <InsetText>
        Only cases that you hold are searched, and in them only what you may see. What is sealed
        cannot be searched: information for the chair and the coordinator alone, the people around
        somebody, and what is inside files. Every search is on the log.
      </InsetText>
      {words !== null && <Filter {...filters} />}
      {words !== null && hits.length === 0 && (
        <p className="govuk-body">Nothing was found. Try fewer words, or clear the filters.</p>
      )}
      {isCut && (
        <p className="govuk-body">
          These are the best {mostHits}, from the newest {mostPlaces.toLocaleString("en-GB")}{" "}
          places. Add a word to narrow it.
        </p>
      )}
      {hits.length > 0 && (
        <ol className="govuk-list">
          {hits.map((hit) => (
            <li key={hit.id} className="mb-6">
              <Found {...hit} />
            </li>
          ))}
        </ol>
      )}
    </Main>
  );
}

function Found({ reference, source, on, snippet }: Hit) {
  return (
    <>
      <h2 className="govuk-heading-s mb-1">
        <Link href={`/cases/${reference}${sourceParts[source]}`}>
          {reference}: {textSources[source]}
        </Link>
      </h2>
      <p className="govuk-body mb-1">
        {piecesOf(snippet).map(({ at, text, isFound }) =>
          isFound ? <mark key={at}>{text}</mark> : text,
        )}
      </p>
      <p className="govuk-hint">
        <Time day={on} short />
      </p>
    </>
  );
}

function Filter({ search, source, state }: TextFilters) {
  return (
    <search>
      <form method="get" action="/cases/search" className="app-inline-filter">
        <input type="hidden" name="search" value={search} />
        <SelectField
          name="kind"
          label="Where"
          options={textSources}
          prompt="Anywhere"
          defaultValue={source ?? ""}
        />
        <SelectField
          name="state"
          label="Cases"
          options={openLabels}
          prompt="All of your cases"
          defaultValue={state ?? ""}
        />
        <button type="submit" className="govuk-button govuk-button--secondary">
          Apply filters
        </button>
      </form>
    </search>
  );
}
