import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type Figure, gapText } from "@/lib/training/rules";
import { StandingTag, share } from "./standing";

type Props = {
  requirementId: string;
  organisations: readonly {
    organisationId: string;
    organisation: string;
    asAtDay: Day | null;
    isStale: boolean;
    figure: Figure;
    mayDeclare: boolean;
  }[];
  isOwnOnly: boolean;
};

/** What each organisation declared last. Who has declared nothing stands there with nothing. */
export function OrganisationsTable({ requirementId, organisations, isOwnOnly }: Props) {
  const mayDeclare = organisations.some((one) => one.mayDeclare);
  const rows = organisations.map(({ organisationId, organisation, asAtDay, isStale, ...one }) => ({
    key: organisationId,
    cells: [
      organisation,
      share(one.figure),
      <StandingTag key="standing" figure={one.figure} />,
      gapText(one.figure),
      asAtDay ? (
        <>
          <Time day={asAtDay} short />
          {isStale && ". Out of date"}
        </>
      ) : (
        "Never"
      ),
      ...(mayDeclare
        ? [
            <Link
              key="declare"
              href={`/training/requirements/${requirementId}/declare?organisation=${organisationId}`}
            >
              Declare<span className="govuk-visually-hidden"> for {organisation}</span>
            </Link>,
          ]
        : []),
    ],
  }));
  return (
    <Table
      caption={isOwnOnly ? "Your organisation" : "By organisation"}
      columns={[
        { text: "Organisation" },
        { text: "In date", numeric: true },
        { text: "Standing" },
        { text: "Gap" },
        { text: "As at" },
        ...(mayDeclare ? [{ text: "Declare", isHidden: true }] : []),
      ]}
      rows={rows}
      empty={
        isOwnOnly
          ? "There is nobody of this group in your organisation."
          : "No organisation of the area has anybody of this group."
      }
    />
  );
}
