import { Table } from "@/components/ui/table";
import { InsetText } from "@/components/ui/text";
import { roleLabels } from "@/lib/access/labels";
import { demonstrationAccounts, demonstrationPassword } from "@/lib/demonstration";

/** Printed on the sign-in page of a demonstration, and nowhere else. */
export function DemonstrationAccounts() {
  return (
    <>
      <h2 className="govuk-heading-m">Accounts to try</h2>
      <InsetText>
        Every account has the password <strong>{demonstrationPassword}</strong>
      </InsetText>
      <Table
        caption="Accounts to try"
        isCaptionHidden
        columns={[{ text: "Email address" }, { text: "Role" }]}
        rows={demonstrationAccounts.map(({ email, role }) => ({
          key: email,
          cells: [<Address key="email" email={email} />, roleLabels[role]],
        }))}
      />
    </>
  );
}

/** May break before the @, or it would push the role off a phone. */
function Address({ email }: { email: string }) {
  const [name, host] = email.split("@");
  return (
    <>
      {name}
      <wbr />@{host}
    </>
  );
}
