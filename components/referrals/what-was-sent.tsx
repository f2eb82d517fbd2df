import { SummaryCard } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { type ScanState, scanLabels } from "@/lib/attachments/labels";
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

const size = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;

const mayOpen = (scan: ScanState) => scan === "clean" || scan === "not_scanned";

/** Files that came with a referral. One that is still being checked is named, and cannot be opened. */
export function FileList({ files }: { files: FileRow[] }) {
  if (files.length === 0) return <p className="govuk-body">No files are attached.</p>;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {files.map(({ id, name, bytes, scan }) => (
        <li key={id}>
          {mayOpen(scan) ? (
            <a className="govuk-link" href={`/api/attachments/${id}`}>
              Download {name}
            </a>
          ) : (
            name
          )}{" "}
          ({size(bytes)}, {scanLabels[scan].toLowerCase()})
        </li>
      ))}
    </ul>
  );
}
