import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { type ScanState, scanLabels } from "@/lib/attachments/labels";
import { isReleased, sizeText } from "@/lib/attachments/rules";
import type { PrintedPage } from "@/lib/referrals/pages/rules";

type Props = {
  pages: readonly PrintedPage[];
  addenda: readonly { id: string; body: string; addedAt: Date; author: { name: string } }[];
  files: readonly { id: string; name: string; bytes: number; scan: ScanState }[];
};

/** Everything the referrer wrote, page by page, with what was added later and the files sent with it. */
export function Words({ pages, addenda, files }: Props) {
  return (
    <>
      <h2 className="govuk-heading-m">What the referrer wrote</h2>
      {pages.map(({ page, title, rows }) => (
        <section key={page} aria-labelledby={`page-${page}`}>
          <h3 className="govuk-heading-s" id={`page-${page}`}>
            {page === "referrer" ? "About the referrer" : title}
          </h3>
          <SummaryList
            rows={rows.map(({ key, value }) => ({ key, value: <Paragraphs text={value} /> }))}
          />
        </section>
      ))}
      <h2 className="govuk-heading-m">Added later</h2>
      {addenda.length === 0 && <p className="govuk-body">Nothing has been added.</p>}
      {addenda.map(({ id, body, addedAt, author }) => (
        <section key={id} aria-label={`Added by ${author.name}`}>
          <p className="govuk-body text-secondary">
            {author.name}, <Time at={addedAt} />
          </p>
          <Paragraphs text={body} />
        </section>
      ))}
      <Table
        caption="Files"
        columns={[{ text: "File" }, { text: "Size", numeric: true }, { text: "Scan" }]}
        rows={files.map(({ id, name, bytes, scan }) => ({
          key: id,
          cells: [
            isReleased(scan) ? (
              <a key="file" className="govuk-link" href={`/api/attachments/${id}`}>
                Download {name}
              </a>
            ) : (
              name
            ),
            sizeText(bytes),
            scanLabels[scan],
          ],
        }))}
        empty="No files were sent with this referral."
      />
    </>
  );
}
