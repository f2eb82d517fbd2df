"use client";

import { RadioField } from "@/components/form/radio-field";
import { yearOf } from "@/lib/benchmarks/rules";
import { financialYearName } from "@/lib/dates";

/** Which year, from April to March. */
export const YearField = ({ years, legend }: { years: readonly number[]; legend: string }) => (
  <RadioField
    name="year"
    legend={legend}
    legendSize="s"
    hint="From April to March."
    options={years.map((year) => ({
      value: `${year}`,
      label: financialYearName(yearOf(year).start),
    }))}
  />
);
