import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { AppHeader } from "@/components/layout/app-header";
import { BackLink } from "@/components/layout/back-link";
import { SkipLink } from "@/components/layout/skip-link";
import { addressWith, sortBy } from "@/components/ui/address";
import { NotificationBanner } from "@/components/ui/notification-banner";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { ResultCount } from "@/components/ui/result-count";
import { SummaryCard, SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { TaskList } from "@/components/ui/task-list";
import { Details, InsetText, Paragraphs, WarningText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";

import { markup, official } from "./markup";

const text = {
  warning: "You can be fined up to £5,000 if you don’t register.",
  inset:
    "It can take up to 8 weeks to register a lasting power of attorney if there are no mistakes in the application.",
  help: "We need to know your nationality so we can work out which elections you’re entitled to vote in. If you can’t provide your nationality, you’ll have to send copies of identity documents through the post.",
};
const person = [
  { key: "Name", value: "Firstname Lastname" },
  { key: "Date of birth", value: "13/08/1980" },
];
const assistant = "Undergraduate teaching assistant";
const page = (number: number) => `/page/${number}`;

type Example = { component: string; example?: string; printed: ReactNode };

const ours: Example[] = [
  { component: "tag", printed: <Tag>Alpha</Tag> },
  { component: "tag", example: "grey", printed: <Tag colour="grey">Grey</Tag> },
  { component: "warning-text", printed: <WarningText>{text.warning}</WarningText> },
  { component: "inset-text", printed: <InsetText>{text.inset}</InsetText> },
  {
    component: "details",
    printed: <Details summary="Help with nationality">{text.help}</Details>,
  },
  {
    component: "summary-list",
    example: "as a summary card with a text header",
    printed: <SummaryCard title={assistant} rows={person} />,
  },
  {
    component: "summary-list",
    example: "as a summary card with actions",
    printed: (
      <SummaryCard
        title={assistant}
        rows={person}
        actions={[
          { href: "#", text: "Delete job history" },
          { href: "#", text: "Withdraw job history" },
        ]}
      />
    ),
  },
  {
    component: "panel",
    printed: (
      <Panel title="Application complete">
        Your reference number
        <br />
        <strong>HDJ2123F</strong>
      </Panel>
    ),
  },
  { component: "generic-header", printed: <AppHeader /> },
  {
    component: "pagination",
    example: "with many pages",
    printed: <Pagination page={10} pages={40} href={page} />,
  },
  {
    component: "pagination",
    example: "first page",
    printed: <Pagination page={1} pages={3} href={page} />,
  },
  {
    component: "pagination",
    example: "last page",
    printed: <Pagination page={3} pages={3} href={page} />,
  },
];

/** Words and addresses that are ours, not the example's. */
const settled = (html: string) =>
  markup(html).map((token) =>
    token
      .replace("“My cool service”", "“Prevent Casebook”")
      .replace(/href="\/(previous|next|page\/\d+)"/, 'href="…"'),
  );

test.for(ours)("$component, $example: is the official markup", (asked) => {
  const { component, example = "default", printed } = asked;

  expect(settled(renderToStaticMarkup(printed))).toEqual(
    settled(official(component, example).html),
  );
});

test("rows of a summary list with something to change, beside rows without", () => {
  const edit = { href: "#", text: "Edit", hidden: "name" };
  const remove = { href: "#", text: "Delete", hidden: "name" };

  const html = renderToStaticMarkup(
    <SummaryList
      rows={[
        { key: "Name", value: "Firstname Lastname", actions: [edit, remove] },
        ...person.slice(1),
      ]}
    />,
  );

  const whole = markup(official("summary-list", "with some actions").html);
  const ended = whole.indexOf("“Contact information”") - 2;
  expect(markup(html)).toEqual([...whole.slice(0, ended), "</dl>"]);
});

test("a task list says what is done in plain text, and what is to do in a tag", () => {
  const html = renderToStaticMarkup(
    <TaskList
      tasks={[
        { title: "Company Directors", href: "#", status: { done: "Completed" } },
        {
          title: "Registered company details",
          href: "#",
          status: { todo: "Incomplete", isStarted: true },
        },
        { title: "Business plan", href: "#", status: { todo: "Incomplete", isStarted: true } },
      ]}
    />,
  );

  // Their example names the colour blue, for which there is no style: blue is what a tag is.
  const expected = markup(official("task-list", "default").html.replaceAll(" govuk-tag--blue", ""));
  expect(markup(html)).toEqual(expected);
});

test("a table is the official one, inside a region that scrolls and can be reached", () => {
  const { html } = official("table", "with head and caption");
  const rows = [
    ["January", "£85", "£95"],
    ["February", "£75", "£55"],
    ["March", "£165", "£125"],
  ];

  const printed = renderToStaticMarkup(
    <Table
      caption="Caption 1: Months and rates"
      columns={[
        { text: "Month you apply" },
        { text: "Rate for bicycles", numeric: true },
        { text: "Rate for vehicles", numeric: true },
      ]}
      rows={rows.map((cells) => ({ key: `${cells[0]}`, cells }))}
    />,
  );

  expect(markup(printed).slice(1, -1)).toEqual(markup(html));
  expect(printed).toMatch(
    /^<div class="app-scroll" role="region" tabindex="0" aria-label="Caption 1/i,
  );
});

test("a list that is empty says so, and a cell that is empty says so", () => {
  const columns = [{ text: "Reference" }, { text: "Due" }];
  const none = renderToStaticMarkup(
    <Table caption="Cases" columns={columns} rows={[]} empty="No cases need your decision." />,
  );
  const gap = renderToStaticMarkup(
    <Table caption="Cases" columns={columns} rows={[{ key: "1", cells: ["A", ""] }]} />,
  );

  const among = renderToStaticMarkup(
    <Table caption="Cases" columns={columns} rows={[]} empty="There are none." keepsCaption />,
  );

  expect(none).toBe('<p class="govuk-body">No cases need your decision.</p>');
  expect(among).toBe(
    '<h2 class="govuk-heading-m">Cases</h2><p class="govuk-body">There are none.</p>',
  );
  expect(gap).toContain("Not recorded");
});

test("a heading that sorts says how the list is sorted", () => {
  const sorted = renderToStaticMarkup(
    <Table
      caption="Cases"
      columns={[
        { text: "Due", sort: sortBy("/cases", { sort: "due", dir: "asc" }, "due") },
        { text: "Stage", sort: sortBy("/cases", { sort: "due", dir: "asc" }, "stage") },
      ]}
      rows={[{ key: "1", cells: ["A", "B"] }]}
    />,
  );

  expect(sorted).toMatch(/aria-sort="ascending"><a[^>]*href="\/cases\?sort=due&amp;dir=desc"/);
  expect(sorted).toMatch(/aria-sort="none"><a[^>]*href="\/cases\?sort=stage&amp;dir=asc"/);
});

test.for([
  [
    "turning a page keeps the filters",
    { stage: "panel", page: "2" },
    { page: "3" },
    "/cases?stage=panel&page=3",
  ],
  ["filtering goes back to page 1", { page: "4" }, { stage: "panel" }, "/cases?stage=panel"],
  [
    "a filter is taken away",
    { stage: "panel", due: "week" },
    { stage: undefined },
    "/cases?due=week",
  ],
  ["several of a kind", {}, { due: ["week", "overdue"] }, "/cases?due=week&due=overdue"],
  ["nothing chosen is the bare address", { stage: "" }, {}, "/cases"],
] as const)("a list's address: %s", ([, query, change, address]) => {
  const copy = Object.fromEntries(
    Object.entries(change).map(([name, value]) => [
      name,
      Array.isArray(value) ? [...value] : value,
    ]),
  );
  expect(addressWith("/cases", query, copy)).toBe(address);
});

test.for([
  [{ page: 2, total: 143 }, "Showing 26 to 50 of 143 cases"],
  [{ page: 6, total: 143 }, "Showing 126 to 143 of 143 cases"],
  [{ page: 1, total: 1000, isCapped: true }, "Showing 1 to 25 of more than 1,000 cases"],
  [{ page: 1, total: 12 }, "Showing 12 cases"],
  [{ page: 1, total: 1 }, "Showing 1 case"],
  [{ page: 1, total: 0 }, "No cases"],
] as const)("a count: %o is %s", ([props, words]) => {
  const html = renderToStaticMarkup(<ResultCount {...props} of={["cases", "case"]} />);

  expect(html).toBe(`<p class="govuk-body">${words}</p>`);
});

test("one page needs no pagination", () => {
  expect(renderToStaticMarkup(<Pagination page={1} pages={1} href={page} />)).toBe("");
});

test("what somebody typed is printed as typed, and is never markup", () => {
  const html = renderToStaticMarkup(<Paragraphs text={"One\nTwo <script>alert(1)</script>"} />);

  expect(html).toContain("One\nTwo &lt;script&gt;");
});

test("a day or an instant is said in London's words", () => {
  const said = (time: ReactNode) => renderToStaticMarkup(time).replace(/<[^>]*>/g, "");

  expect(said(<Time day="2026-03-07" />)).toBe("7 March 2026");
  expect(said(<Time day="2026-03-07" short />)).toBe("7 Mar 2026");
  expect(said(<Time day="2026-03-07" weekday />)).toBe("Saturday 7 March 2026");
  expect(said(<Time day="2026-03-07" today="2026-03-02" />)).toBe("7 March 2026 (in 5 days)");
  expect(said(<Time at={new Date("2026-07-01T13:03:00Z")} />)).toBe("1 July 2026 at 2:03pm");
  expect(renderToStaticMarkup(<Time day="2026-03-07" />)).toContain('dateTime="2026-03-07"');
});

test("a title puts an error first and the service last", () => {
  const html = renderToStaticMarkup(
    <PageTitle hasErrors page={{ current: 2, of: 6 }}>
      Cases
    </PageTitle>,
  );

  expect(html).toBe("<title>Error: Cases (page 2 of 6) – Prevent Casebook</title>");
});

test("links around the page are the official ones", () => {
  const back = renderToStaticMarkup(<BackLink href="#" />);

  expect(markup(back).slice(1, -1)).toEqual(markup(official("back-link", "default").html));
  expect(markup(renderToStaticMarkup(<SkipLink />))).toEqual(
    markup(official("skip-link", "default").html.replace("#test-target-element", "#main-content")),
  );
});

test("a notification banner is the official one", () => {
  const expected = official("notification-banner", "with type as success");
  const html = renderToStaticMarkup(
    <NotificationBanner type="success" heading={`${expected.options.text}`} />,
  );

  const unnamed = (found: string) =>
    markup(found).map((token) => token.replace(/ (id|aria-labelledby)="[^"]*"/, ""));
  expect(unnamed(html)).toEqual(unnamed(expected.html));
});
