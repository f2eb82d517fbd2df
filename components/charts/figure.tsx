import { type ReactNode, useId } from "react";

import { type Column, type Row, Table } from "@/components/ui/table";
import { Details } from "@/components/ui/text";

type Props = {
  /** What the reader should see: "Referrals rose to 22 in October to December". */
  title: string;
  /** What is counted, where and when. */
  subtitle?: string;
  columns: Column[];
  rows: Row[];
  /** Where the figures come from and the date they were true. */
  source?: ReactNode;
  viewBox: string;
  children: ReactNode;
};

const scrollRegion = (label: string) => ({ role: "group", tabIndex: 0, "aria-label": label });

/** A drawing with its caption and, always, its table. */
export function Figure({ title, subtitle, columns, rows, source, viewBox, children }: Props) {
  const id = useId();
  return (
    <figure className="app-figure">
      <figcaption>
        <h2 className="govuk-heading-s">{title}</h2>
        {subtitle && <p className="govuk-body-s">{subtitle}</p>}
      </figcaption>
      <div className="app-figure__scroll" {...scrollRegion(`${title}: chart`)}>
        <svg
          xmlns="http://www.w3.org/2000/svg"
          viewBox={viewBox}
          role="img"
          aria-label={title}
          aria-describedby={`${id}-table`}
          fontSize="14"
        >
          {children}
        </svg>
      </div>
      <Details summary="The figures as a table">
        <div id={`${id}-table`}>
          <Table caption={title} captionSize="s" columns={columns} rows={rows} />
        </div>
      </Details>
      {source && <p className="govuk-body-s text-secondary">{source}</p>}
    </figure>
  );
}
