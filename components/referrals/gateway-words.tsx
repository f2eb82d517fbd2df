import type { PrintedPage } from "@/lib/referrals/pages/rules";
import { Addenda, type Addendum, FileList, type FileRow, WhatWasSent } from "./what-was-sent";

type Props = { pages: PrintedPage[]; addenda: Addendum[]; files: FileRow[] };

/** Everything the referrer wrote, with what was added later and the files sent with it. */
export function Words({ pages, addenda, files }: Props) {
  const asRead = pages.map((page) =>
    page.page === "referrer" ? { ...page, title: "About the referrer" } : page,
  );
  return (
    <>
      <h2 className="govuk-heading-m">What the referrer wrote</h2>
      <WhatWasSent pages={asRead} />
      <h2 className="govuk-heading-m">Added later</h2>
      <Addenda addenda={addenda} />
      <h2 className="govuk-heading-m">Files</h2>
      <FileList files={files} />
    </>
  );
}
