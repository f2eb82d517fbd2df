import { Main } from "@/components/layout/main";
import { PageFrame } from "@/components/layout/page-frame";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { type Role, roleLabels } from "@/lib/access/labels";
import { requireSession } from "@/lib/request/session";
import { myHats } from "@/lib/request/sign-in";
import { ChooseRoleForm } from "./choose-role-form";

export default async function ChooseRolePage() {
  const { userName, hatId } = await requireSession();
  const hats = await myHats();
  const options = hats.map(({ id, role, organisationName, areaName }) => ({
    value: id,
    label: roleLabels[role as Role],
    hint: `${organisationName}, ${areaName}`,
  }));
  return (
    <PageFrame signedInAs={userName}>
      <Main width="two-thirds">
        <PageTitle>Choose your role</PageTitle>
        {options.length === 0 ? (
          <>
            <PageHeading>You have no role at the moment</PageHeading>
            <p className="govuk-body">
              Your account is there, but no organisation has given it a role. Ask the administrator
              in your area.
            </p>
          </>
        ) : (
          <ChooseRoleForm options={options} current={hatId ?? ""} />
        )}
      </Main>
    </PageFrame>
  );
}
