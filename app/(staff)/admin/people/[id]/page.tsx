import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { roleLabels } from "@/lib/access/labels";
import { accountStatuses } from "@/lib/accounts/labels";
import { getAccount } from "@/lib/accounts/queries";
import { seats } from "@/lib/panels/labels";
import { load } from "@/lib/request/load";

const doneLabels = {
  granted: "The role has been given",
  ended: "The role has ended",
  status: "The account has been changed",
};

export default async function AccountPage({
  params,
  searchParams,
}: PageProps<"/admin/people/[id]">) {
  const { id } = await params;
  const { done } = await searchParams;
  const account = await load((ctx) => getAccount(ctx, id));
  const { name, email, status, hats, isSelf } = account;
  const here = `/admin/people/${id}`;
  return (
    <Main back={<BackLink href="/admin/people">Back to people</BackLink>}>
      <PageTitle>Person and their roles</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading>{name}</PageHeading>
      <SummaryList
        rows={[
          { key: "Email address", value: email },
          { key: "Account", value: accountStatuses[status] },
        ]}
      />
      {isSelf ? (
        <InsetText>This is your own account. Another administrator has to change it.</InsetText>
      ) : (
        <LinkButton href={`${here}/status`} variant="secondary">
          {status === "active" ? "Disable this account" : "Enable this account"}
        </LinkButton>
      )}
      <Table
        caption="Roles in this area"
        columns={[
          { text: "Role" },
          { text: "Organisation" },
          { text: "Seat on the panel" },
          { text: "From" },
          { text: "Until" },
          ...(isSelf ? [] : [{ text: "Change", isHidden: true }]),
        ]}
        rows={hats.map((hat) => ({
          key: hat.id,
          cells: [
            roleLabels[hat.role],
            hat.organisationName,
            hat.seat ? seats[hat.seat] : "None",
            <Time key="from" at={hat.grantedAt} short />,
            hat.endedAt ? <Time key="until" at={hat.endedAt} short /> : "Now",
            hat.endedAt ? (
              "Nothing to do"
            ) : (
              <ul key="end" className="govuk-list">
                <li>
                  <Link href={`/home/absence?for=${hat.id}`}>
                    Set a cover
                    <span className="govuk-visually-hidden"> for {roleLabels[hat.role]}</span>
                  </Link>
                </li>
                <li>
                  <Link href={`${here}/roles/${hat.id}/end`}>
                    End this role
                    <span className="govuk-visually-hidden"> of {roleLabels[hat.role]}</span>
                  </Link>
                </li>
              </ul>
            ),
          ],
        }))}
      />
    </Main>
  );
}
