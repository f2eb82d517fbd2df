import { expect, test } from "vitest";

import { planFile } from "@/app/(staff)/plan/export/file";
import type { Actor } from "@/lib/access/actor";
import { withActor } from "@/lib/db/with-actor";
import { type ExportedAction, exportPlan } from "@/lib/plans/exports/queries";
import { keepImport, mapImport, takeInPlan } from "@/lib/plans/imports/commands";
import { getImportToMap, viewImport } from "@/lib/plans/imports/queries";
import { mapImportSchema } from "@/lib/plans/imports/schema";
import type { Rag } from "@/lib/plans/labels";
import { countRows } from "@/lib/plans/rows/rules";
import { fields } from "@/lib/plans/sheet/labels";
import { suggest } from "@/lib/plans/sheet/rules";
import { anActor, anArea, anOrganisation } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aPlan } from "@/tests/support/plans";

const long = "It is asked of everybody, so that nobody is singled out.";

/** What people type that a file may not give back: signs that a spreadsheet runs, and its own. */
const hostile = [
  ...["=1+1", "'=1+1", "-10 places, 'held'", "@noon: meet", "+44 20 7946 0000"],
  ...["First; second; third, fourth", 'Say "no"', "Two\r\nlines", "A\u000Bsign that no file holds"],
  ...["'twas", "1e5", "Mosques & churches", "<b>Ŵyn</b>", "45%", "01/02/2026", "a|b", "#N/A"],
];
const colors: readonly Rag[] = ["green", "amber", "red", "blue", "grey"];
const textOf = (n: number) => hostile[n % hostile.length] ?? "";

/** A plan of thirty actions, of which some are older than rules that came since. */
async function aFullPlan() {
  const keeper = await anActor("prevent_coordinator", { areaId: (await anArea()).id });
  const { areaId, hatId } = keeper;
  const plan = await aPlan(keeper);
  const helper = await anOrganisation(areaId);
  const gone = await anOrganisation((await anArea()).id); // led here once
  const day = (n: number) => new Date(Date.UTC(2026, n % 12, 1 + (n % 28)));
  const numbered = Array.from({ length: 30 }, (_, n) => ({ n, actionId: crypto.randomUUID() }));
  await owner.action.createMany({
    data: numbered.map(({ n, actionId }) => ({
      ...{ id: actionId, areaId, kind: "plan", planId: plan.id, title: textOf(n) },
      ...{ ownerOrganisationId: n % 7 === 3 ? gone.id : keeper.organisationId, startsOn: day(0) },
      ...{ dueOn: day(n), firstDueOn: day(n), addedByHatId: hatId, addedAt: day(0) },
      status: n % 5 === 4 ? "not_started" : n % 5 === 3 ? "done" : "in_progress",
      doneOn: n % 5 === 3 ? day(11) : null,
    })),
  });
  await owner.planAction.createMany({
    data: numbered.map(({ n, actionId }) => ({
      ...{ actionId, planId: plan.id, areaId, themeId: plan.themeId, reference: `${n + 1}.10` },
      ...{ objective: n % 4 === 2 ? "people_2011" : "intervene_2023", workstream: "prevent" },
      ...{ ownerRole: textOf(n + 3), priority: "low", proportionality: n % 3 ? long : "Short" },
      ...{ cohesionImpact: n % 2 ? textOf(n).padEnd(40, ".") : null },
      ...{ evidenceBasis: n % 2 ? "background" : null, forAreas: n % 4 ? [] : [areaId] },
      ...{ benchmarks: n % 3 ? ["training", "channel_panel"] : [], rag: colors[n % 5] ?? "grey" },
      ...{
        percent: [0, 1, 55, 100, 0][n % 5],
        ragReason: [1, 2].includes(n % 5) ? textOf(n) : null,
      },
      ...{ recoveryPlan: n % 5 === 1 ? textOf(n + 1) : null, lastUpdateOn: day(n % 11) },
      evidence: n % 5 === 3 ? textOf(n + 2) : null,
    })),
  });
  await owner.planActionContributor.createMany({
    data: numbered.slice(0, 12).flatMap(({ actionId }) =>
      [helper.id, gone.id].map((organisationId) => ({
        ...{ actionId, organisationId, planId: plan.id, areaId },
      })),
    ),
  });
  return { keeper, plan };
}

/** As the page of columns sends it, with nothing said but what its headings suggest. */
async function taken(
  who: Actor,
  planId: string,
  file: string | Uint8Array<ArrayBuffer>,
  name: string,
) {
  const form = new FormData();
  form.set("file", new File([file], name));
  const arrived = await takeInPlan(form, planId);
  const { importId } = await withActor(who, (ctx) => keepImport(ctx, arrived));
  const { columns, version } = await withActor(who, (ctx) => getImportToMap(ctx, importId));
  const suggested = suggest(columns);
  const answers = Object.entries(suggested).map(([field, column]) => [
    `column-${field}`,
    `${column}`,
  ]);
  const given = { importId, version: `${version}`, ...Object.fromEntries(answers) };
  await withActor(who, (ctx) => mapImport(ctx, mapImportSchema.parse(given)));
  const { checked } = await withActor(who, (ctx) => viewImport(ctx, importId));
  if (!checked) throw new Error("Nothing was read");
  return { suggested, checked };
}

test("a plan that is taken away and brought back changes nothing, and one cell changes one thing", async () => {
  const { keeper, plan } = await aFullPlan();
  const same = { added: 0, changed: 0, same: 30, wrong: 0, left: 0 };
  let exported: readonly ExportedAction[] = [];

  for (const format of ["xlsx", "csv"] as const) {
    const { actions } = await withActor(keeper, (ctx) =>
      exportPlan(ctx, { plan: plan.id, format }),
    );
    const name = `plan.${format}`;
    const back = await taken(keeper, plan.id, planFile(actions, format), name);

    expect(Object.keys(back.suggested).toSorted()).toEqual(fields.toSorted());
    expect(back.checked.problems.filter(({ level }) => level === "error")).toEqual([]);
    expect(back.checked.rows.filter(({ outcome }) => outcome !== "same")).toEqual([]);
    expect(countRows(back.checked.rows)).toEqual(same);
    exported = actions;
  }

  const [one, ...rest] = exported;
  if (!one) throw new Error("Nothing was taken away");
  const edited = planFile([{ ...one, priority: "high" }, ...rest], "csv");
  const next = await taken(keeper, plan.id, edited, "plan.csv");

  expect(countRows(next.checked.rows)).toEqual({ ...same, same: 29, changed: 1 });
  expect(next.checked.rows.flatMap(({ changes }) => changes)).toEqual(["priority"]);
});
