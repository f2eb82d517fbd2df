import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { viewBeside } from "@/lib/panels/beside/queries";
import { besideInvestigation } from "@/lib/panels/labels";
import { load } from "@/lib/request/load";
import { BesideForm } from "./beside-form";

export default async function BesidePage() {
  const { isAllowed, changes } = await load(viewBeside);
  return (
    <Main width="two-thirds" back={<BackLink href="/admin/areas">Back to the area</BackLink>}>
      <PageTitle>Support beside an investigation</PageTitle>
      <PageHeading caption="Area">Support beside an open police investigation</PageHeading>
      <InsetText>
        {isAllowed
          ? "The panel of this area may offer support beside an open investigation."
          : "The panel of this area does not offer support while the police investigate."}
      </InsetText>
      <p className="govuk-body">
        Where it is allowed, whoever records the decision confirms all three of these, and consent
        is asked for as always:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {Object.entries(besideInvestigation).map(([code, words]) => (
          <li key={code}>{words}</li>
        ))}
      </ul>
      <BesideForm />
      <Table
        caption="Changes"
        empty="Nothing has been changed. It is off, as the service starts with."
        columns={[{ text: "Allowed" }, { text: "Why" }, { text: "Changed by" }]}
        rows={changes.map((change) => ({
          key: change.id,
          cells: [
            change.isAllowed ? "Yes" : "No",
            change.reason,
            <>
              {change.setBy}, <Time at={change.setAt} short />
            </>,
          ],
        }))}
      />
    </Main>
  );
}
