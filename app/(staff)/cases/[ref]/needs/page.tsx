import { DoneAlert } from "@/components/cases/done-alert";
import { HealthPrompt } from "@/components/cases/need-list";
import { LinkButton } from "@/components/form/button";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryCard } from "@/components/ui/summary-list";
import { Tag } from "@/components/ui/tag";
import { Details, Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import {
  type NeedKind,
  needCertaintyLabels,
  needHeadings,
  needLabels,
} from "@/lib/cases/needs/labels";
import { viewNeeds } from "@/lib/cases/needs/queries";
import { formatDay } from "@/lib/dates";
import { load } from "@/lib/request/load";

type Entry = Awaited<ReturnType<typeof viewNeeds>>["entries"][number];

export default async function NeedsPage({ params, searchParams }: PageProps<"/cases/[ref]/needs">) {
  const [{ ref }, query] = [await params, await searchParams];
  const { entries, isForHealth, mayAdd, mayChange } = await load((ctx) => viewNeeds(ctx, ref));
  const here = `/cases/${ref}/needs`;
  return (
    <>
      <PageTitle>{`Needs and views on case ${ref}`}</PageTitle>
      <DoneAlert done={query.done} />
      <PageHeading caption={ref}>Needs and views</PageHeading>
      <p className="govuk-body">
        What the person needs, what protects them, and how they, their family and professionals see
        it. A need is a need: nothing here is counted or scored.
      </p>
      {isForHealth && <HealthPrompt reference={ref} />}
      {mayAdd && <LinkButton href={`${here}/add`}>Add a need, a strength or a view</LinkButton>}
      {(Object.keys(needHeadings) as NeedKind[]).map((kind) => {
        const ofKind = entries.filter((entry) => entry.kind === kind);
        return (
          <section key={kind} aria-label={needHeadings[kind]}>
            <h2 className="govuk-heading-m">{needHeadings[kind]}</h2>
            {ofKind.length === 0 && <p className="govuk-body">Nothing is recorded yet.</p>}
            {ofKind.map((entry) => (
              <EntryCard
                key={entry.entryId}
                entry={entry}
                {...(mayChange && { changeHref: `${here}/${entry.entryId}` })}
              />
            ))}
          </section>
        );
      })}
    </>
  );
}

/** What is said under one heading is told apart by its day. */
const titleOf = ({ need, datedOn }: Entry) => (need ? needLabels[need] : formatDay(datedOn));

function EntryCard({ entry, changeHref }: { entry: Entry; changeHref?: string }) {
  const { words, certainty, source, datedOn, writtenBy, writtenOn, organisation, stands } = entry;
  return (
    <SummaryCard
      headingLevel={3}
      title={titleOf(entry)}
      {...(changeHref && { actions: [{ href: changeHref, text: "Change" }] })}
      rows={[
        { key: "What is known", value: <Words words={words} stands={stands} /> },
        { key: "Known or suspected", value: needCertaintyLabels[certainty] },
        { key: "Source", value: source },
        { key: "As it was on", value: <Time day={datedOn} /> },
        {
          key: "Recorded",
          value: (
            <>
              by {writtenBy}, {organisation}, on <Time day={writtenOn} />
            </>
          ),
        },
        ...(entry.changeReasons
          ? [{ key: "Why it was changed", value: <Paragraphs text={entry.changeReasons} /> }]
          : []),
      ]}
    >
      {entry.earlier.length > 0 && <Earlier versions={entry.earlier} />}
    </SummaryCard>
  );
}

function Words({ words, stands }: { words: string; stands: boolean }) {
  return (
    <>
      {!stands && <Tag colour="grey">Does not stand any more</Tag>}
      <Paragraphs text={words} />
    </>
  );
}

function Earlier({ versions }: { versions: Entry["earlier"] }) {
  return (
    <Details summary={`What it said before (${versions.length})`}>
      <ul className="govuk-list">
        {versions.map(({ id, words, certainty, writtenBy, writtenOn }) => (
          <li key={id}>
            <Paragraphs text={words} />
            <p className="govuk-hint">
              {needCertaintyLabels[certainty]}. By {writtenBy} on <Time day={writtenOn} />
            </p>
          </li>
        ))}
      </ul>
    </Details>
  );
}
