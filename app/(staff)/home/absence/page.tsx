import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryCard } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import { roleLabels } from "@/lib/access/labels";
import { viewAbsences } from "@/lib/clocks/absences/queries";
import { readAbsenceAddress } from "@/lib/clocks/absences/schema";
import { load } from "@/lib/request/load";
import { AbsenceForm } from "./absence-form";
import { EndForm } from "./end-form";

const said = { set: "The cover is set", ended: "The cover has ended" };

export default async function AbsencePage({ searchParams }: PageProps<"/home/absence">) {
  const query = await searchParams;
  const { for: forHatId } = readAbsenceAddress(query);
  const found = await load((ctx) => viewAbsences(ctx, forHatId));
  const { away, others, colleagues, absences } = found;
  const title = away.isMe ? "Cover while you are away" : `Cover while ${away.name} is away`;
  return (
    <Main width="two-thirds" back={<BackLink href="/home">Back to home</BackLink>}>
      <PageTitle>{title}</PageTitle>
      <DoneAlert done={query.done} labels={said} />
      <PageHeading>{title}</PageHeading>
      <p className="govuk-body">
        On these days whoever covers is told what {away.isMe ? "you" : "they"} would be told, and
        sees the dates on their own home page. It begins and ends by itself.
      </p>
      <p className="govuk-body">
        It opens no case to anybody. A case that whoever covers may not see is brought to the next
        person on that case instead. To give somebody a case, hand it over on the case itself.
      </p>
      {absences.map(({ id, from, to, who, cover, mayEnd }) => (
        <SummaryCard
          key={id}
          title={`${cover} for ${who === "You" ? "you" : who}`}
          rows={[
            { key: "Away", value: who },
            { key: "Covers", value: cover },
            { key: "From", value: <Time day={from} /> },
            { key: "To", value: <Time day={to} /> },
          ]}
        >
          {mayEnd && <EndForm absenceId={id} />}
        </SummaryCard>
      ))}
      <h2 className="govuk-heading-m">Set a cover</h2>
      {others.length > 0 ? (
        <AbsenceForm
          hatId={away.hatId}
          covers={others.map(({ id: value, user, organisation }) => ({
            value,
            label: `${user.name}, ${organisation.name}`,
          }))}
        />
      ) : (
        <p className="govuk-body">
          Nobody else does the same work in this area. What is due is brought to the next person on
          each case instead.
        </p>
      )}
      {colleagues.length > 0 && (
        <>
          <h2 className="govuk-heading-m">For somebody in your organisation</h2>
          <ul className="govuk-list">
            {colleagues.map(({ id, name, role }) => (
              <li key={id}>
                <Link href={`/home/absence?for=${id}`}>
                  {name}, {roleLabels[role]}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Main>
  );
}
