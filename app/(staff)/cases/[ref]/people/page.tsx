import { AroundNetwork } from "@/components/cases/around-network";
import { DoneAlert } from "@/components/cases/done-alert";
import { LinkButton } from "@/components/form/button";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryCard } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import {
  type Circle,
  circles,
  knowsLabels,
  relations,
  safetyLabels,
} from "@/lib/cases/around/labels";
import { viewAround } from "@/lib/cases/around/queries";
import { circleOf } from "@/lib/cases/around/rules";
import { load } from "@/lib/request/load";

type Around = Awaited<ReturnType<typeof viewAround>>["people"][number];

export default async function PeoplePage({
  params,
  searchParams,
}: PageProps<"/cases/[ref]/people">) {
  const [{ ref }, query] = [await params, await searchParams];
  const { people, mayWrite, mayAdd } = await load((ctx) => viewAround(ctx, ref));
  const here = `/cases/${ref}/people`;
  return (
    <>
      <PageTitle>{`People around the person of case ${ref}`}</PageTitle>
      <DoneAlert done={query.done} />
      <PageHeading caption={ref}>People around the person</PageHeading>
      <p className="govuk-body">
        Family, school, professionals and others who matter. The case is not about them: they are
        sealed with this case, and no search finds them here or in another.
      </p>
      {mayAdd && <LinkButton href={`${here}/add`}>Add somebody</LinkButton>}
      {people.length === 0 && <p className="govuk-body">Nobody has been added yet.</p>}
      {people.length > 0 && <AroundNetwork people={people} listId="people-list" />}
      <div id="people-list">
        {(Object.keys(circles) as Circle[]).map((circle) => {
          const inCircle = people.filter(({ relation }) => circleOf[relation] === circle);
          if (inCircle.length === 0) return null;
          return (
            <section key={circle} aria-label={circles[circle]}>
              <h2 className="govuk-heading-m">{circles[circle]}</h2>
              {inCircle.map((around) => (
                <AroundCard
                  key={around.id}
                  around={around}
                  {...(mayWrite && { changeHref: `${here}/${around.id}` })}
                />
              ))}
            </section>
          );
        })}
      </div>
    </>
  );
}

function AroundCard({ around, changeHref }: { around: Around; changeHref?: string }) {
  const { name, relation, organisation, livesWith, contact, knows } = around;
  return (
    <SummaryCard
      headingLevel={3}
      title={`${name}, ${relations[relation].toLowerCase()}`}
      {...(changeHref && { actions: [{ href: changeHref, text: "Change" }] })}
      rows={[
        ...(organisation ? [{ key: "Organisation", value: organisation }] : []),
        { key: "Lives with the person", value: livesWith ? "Yes" : "No" },
        { key: "Safe to contact", value: <Safety {...around} /> },
        ...(changeHref ? [{ key: "How to reach them", value: contact ?? undefined }] : []),
        { key: "What they know", value: knowsLabels[knows] },
        { key: "Recorded", value: <Recorded {...around} /> },
      ]}
    />
  );
}

function Safety({ safeToContact, safetyNote }: Around) {
  return (
    <>
      <strong>{safetyLabels[safeToContact]}</strong>
      {safetyNote && <Paragraphs text={safetyNote} />}
    </>
  );
}

function Recorded({ writtenBy, writtenOn }: Around) {
  return (
    <>
      by {writtenBy} on <Time day={writtenOn} />
    </>
  );
}
