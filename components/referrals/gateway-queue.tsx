import type { ReactNode } from "react";

import { SelectField } from "@/components/form/select-field";
import { addressWith, type Query } from "@/components/ui/address";
import { FilterPanel, SelectedFilters } from "@/components/ui/filter-panel";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { type Row, Table } from "@/components/ui/table";
import { pageSize } from "@/lib/cases/list/rules";
import { priorityLabels } from "@/lib/referrals/labels";
import { councilQueueLabels, lateLabels, queueLabels } from "@/lib/referrals/queue/labels";
import type { QueueFilters } from "@/lib/referrals/queue/rules";

const here = "/referrals";

type Props = {
  heading: string;
  query: Query;
  filters: QueueFilters;
  fields: ReactNode;
  columns: string[];
  rows: Row[];
  total: number;
  isCapped: boolean;
};

/** A page of a queue with its filters, for the gateway and for the council alike. */
export function QueuePage(props: Props) {
  const { heading, query, filters, fields, columns, rows, total, isCapped } = props;
  const pages = Math.ceil(total / pageSize);
  return (
    <>
      <PageTitle page={{ current: filters.page, of: pages }}>{`Referrals: ${heading}`}</PageTitle>
      <FilterPanel action={here} fields={fields}>
        <SelectedFilters clearHref={here} filters={chosen(filters, query)} />
        <ResultCount
          page={filters.page}
          total={total}
          of={["referrals", "referral"]}
          isCapped={isCapped}
        />
        <Table
          caption={heading}
          isCaptionHidden
          columns={columns.map((text) => ({ text }))}
          rows={rows}
          empty={emptyText(filters)}
        />
        <Pagination
          page={filters.page}
          pages={pages}
          href={(page) => addressWith(here, query, { page: String(page) })}
        />
      </FilterPanel>
    </>
  );
}

export function QueueFields(filters: QueueFilters & { isCouncil?: boolean }) {
  const { status, priority, late, isCouncil } = filters;
  return (
    <>
      <SelectField
        name="status"
        label="How far it is"
        options={isCouncil ? councilQueueLabels : queueLabels}
        prompt={null}
        defaultValue={status}
      />
      {!isCouncil && (
        <SelectField
          name="priority"
          label="Priority"
          options={priorityLabels}
          prompt="Any priority"
          defaultValue={priority ?? ""}
        />
      )}
      <SelectField
        name="late"
        label="Screening"
        options={lateLabels}
        prompt="Overdue or not"
        defaultValue={late ?? ""}
      />
    </>
  );
}

function chosen({ status, priority, late }: QueueFilters, query: Query) {
  const without = (name: string) => addressWith(here, query, { [name]: undefined });
  return [
    ...(status === "waiting" ? [] : [{ text: queueLabels[status], removeHref: without("status") }]),
    ...(priority
      ? [{ text: `Priority: ${priorityLabels[priority]}`, removeHref: without("priority") }]
      : []),
    ...(late ? [{ text: lateLabels[late], removeHref: without("late") }] : []),
  ];
}

function emptyText({ status, priority, late }: QueueFilters) {
  if (priority || late)
    return "No referral matches these filters. Clear the filters to see everything that waits.";
  if (status === "waiting")
    return "Nothing waits for the gateway. A referral appears here as soon as it is sent.";
  return "There are none. Choose another list in the filter.";
}
