import { LimitChanges, limitText } from "@/components/clocks/limit-changes";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { roleLabels } from "@/lib/access/labels";
import { clockKinds } from "@/lib/clocks/labels";
import { viewArea } from "@/lib/clocks/limits/queries";
import { limitedKinds } from "@/lib/clocks/limits/schema";
import { clockDuties } from "@/lib/clocks/rules";
import { formatDay } from "@/lib/dates";
import { load } from "@/lib/request/load";

const said = {
  limit: "The limit is set, and counts for what starts from its first day on",
  papers: "It is set when papers for the panel close",
  beside: "It is set whether the panel may offer support while the police investigate",
  training: "The training target of the area is set",
  notice: "The privacy notice of the area reads so from now on",
  director: "It is set who is told as the council's director",
};

export default async function AreaPage({ searchParams }: PageProps<"/admin/areas">) {
  const { done } = await searchParams;
  const area = await load(viewArea);
  const { name, policeForce, director, limits, changes, holidays, papersCloseDays } = area;
  const { from, to, source } = holidays;
  return (
    <Main>
      <PageTitle>{`Area: ${name}`}</PageTitle>
      <DoneAlert done={done} labels={said} />
      <PageHeading caption={name}>Time limits of the area</PageHeading>
      <SummaryList
        rows={[
          { key: "Police force", value: policeForce },
          {
            key: "Council's director",
            value: director
              ? `${director.name} (${director.as})`
              : "Nobody. What is longest overdue is brought to nobody after the chair",
            actions: [
              {
                href: "/admin/areas/director",
                text: "Change",
                hidden: "who is told as the council's director",
              },
            ],
          },
          {
            key: "Papers for the panel close",
            value: `${papersCloseDays} working ${papersCloseDays === 1 ? "day" : "days"} before a meeting`,
            actions: [
              {
                href: "/admin/areas/papers",
                text: "Change",
                hidden: "when papers for the panel close",
              },
            ],
          },
          {
            key: "Support beside an open investigation",
            value: area.isBesideAllowed ? "Allowed, where all three are so" : "Not allowed",
            actions: [
              {
                href: "/admin/areas/beside",
                text: "Change",
                hidden: "whether the panel may offer support while the police investigate",
              },
            ],
          },
          {
            key: "Training",
            value: `The target is ${area.trainingTarget}% in date. Declared figures are relied on for ${area.trainingStaleMonths} ${area.trainingStaleMonths === 1 ? "month" : "months"}`,
            actions: [
              {
                href: "/admin/areas/training",
                text: "Change",
                hidden: "the training target",
              },
            ],
          },
          {
            key: "Privacy notice",
            value: area.hasNotice
              ? "Says who is responsible in this area"
              : "Says nothing of this area yet",
            actions: [
              {
                href: "/admin/areas/notice",
                text: "Change",
                hidden: "the privacy notice of the area",
              },
            ],
          },
          {
            key: "Bank holidays",
            value:
              from && to
                ? `Known from ${formatDay(from)} to ${formatDay(to)}. Source: ${source}`
                : "None are known, so every weekday counts as a working day",
          },
        ]}
      />
      <Table
        caption="What this area allows"
        isWide
        columns={[
          { text: "What" },
          { text: "Allowed" },
          { text: "Whose, and deputy" },
          { text: "Change", isHidden: true },
        ]}
        rows={limitedKinds.map((kind) => ({
          key: kind,
          cells: [
            clockKinds[kind],
            limitText(limits[kind]),
            `${roleLabels[clockDuties[kind].owner]}, ${roleLabels[clockDuties[kind].deputy]}`,
            <Link key="change" href={`/admin/areas/limits/${kind}`}>
              Change<span className="govuk-visually-hidden"> {clockKinds[kind]}</span>
            </Link>,
          ],
        }))}
      />
      <LimitChanges changes={changes} />
    </Main>
  );
}
