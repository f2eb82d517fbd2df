import { SummaryCard } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { type ScanState, scanLabels } from "@/lib/attachments/labels";
import { isReleased, sizeText } from "@/lib/attachments/rules";
import type { PrintedPage } from "@/lib/referrals/pages/rules";

/** What a referrer wrote, page by page, as it was sent. */
export function WhatWasSent({ pages }: { pages: PrintedPage[] }) {
  return pages.map(({ page, title, rows }) => (
    <SummaryCard
      key={page}
      title={title}
      headingLevel={3}
      rows={rows.map(({ key, value }) => ({ key, value: <Paragraphs text={value} /> }))}
    />
  ));
}

export type Addendum = { id: string; body: string; addedAt: Date; author: { name: string } };

/** What was added afterwards, in the order in which it was. */
export function Addenda({ addenda }: { addenda: Addendum[] }) {
  if (addenda.length === 0) return <p className="govuk-body">Nothing has been added.</p>;
  return addenda.map(({ id, body, addedAt, author }) => (
    <div key={id}>
      <h3 className="govuk-heading-s">
        Added on <Time at={addedAt} /> by {author.name}
      </h3>
      <Paragraphs text={body} />
    </div>
  ));
}

export type FileRow = { id: string; name: string; bytes: number; scan: ScanState };

/** Files that came with a referral. One that is still being checked is named, and cannot be opened. */
export function FileList({ files }: { files: FileRow[] }) {
  if (files.length === 0) return <p className="govuk-body">No files are attached.</p>;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {files.map(({ id, name, bytes, scan }) => (
        <li key={id}>
          {isReleased(scan) ? (
            <a className="govuk-link" href={`/api/attachments/${id}`}>
              Download {name}
            </a>
          ) : (
            name
          )}{" "}
          ({sizeText(bytes)}, {scanLabels[scan].toLowerCase()})
        </li>
      ))}
    </ul>
  );
}
