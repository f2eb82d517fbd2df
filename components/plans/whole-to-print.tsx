import { addressWith, type Query } from "@/components/ui/address";
import { Link } from "@/components/ui/link";
import { PrintButton } from "@/components/ui/print-button";

type Props = { path: string; query?: Query; pages: number; isWhole: boolean };

/** Paper has no pages to turn: what is read in pages is printed from one that has all of it. */
export function WholeToPrint({ path, query = {}, pages, isWhole }: Props) {
  if (pages <= 1)
    return (
      <>
        {isWhole && (
          <p className="govuk-body app-no-print">
            Everything is on this page.{" "}
            <Link href={addressWith(path, query, { all: undefined })}>Show it in pages of 25</Link>
          </p>
        )}
        <PrintButton />
      </>
    );
  return (
    <p className="govuk-body app-no-print">
      <Link href={addressWith(path, query, { all: "yes" })}>Show everything, to print it</Link>
    </p>
  );
}
