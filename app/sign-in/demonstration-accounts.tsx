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
        caption="Accounts of the demonstration"
        columns={[{ text: "Email address" }, { text: "Role" }]}
        rows={demonstrationAccounts.map(({ email, role }) => ({
          key: email,
          cells: [email, roleLabels[role]],
        }))}
      />
    </>
  );
}
