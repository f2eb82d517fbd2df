import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { Time } from "@/components/ui/time";
import { addDays, addMonths } from "@/lib/dates";
import { load } from "@/lib/request/load";
import { viewAction } from "@/lib/tracker/queries";
import { ExtendForm } from "./extend-form";

export default async function ExtendPage({ params }: PageProps<"/actions/[id]/extend">) {
  const { id } = await params;
  const action = await load((ctx) => viewAction(ctx, id));
  if (!action.mayUpdate) notFound();
  const { title, parent, dueDay, firstDueDay, planId, version } = action;
  const backHref = planId ? `/plan/actions/${id}` : `/actions/${id}`;
  const [from = dueDay] = [dueDay, action.today].sort().reverse();
  return (
    <Main width="two-thirds" back={<BackLink href={backHref}>Back to the action</BackLink>}>
      <PageTitle>{`Give it longer, ${parent}`}</PageTitle>
      <ExtendForm
        actionId={id}
        caption={parent}
        version={`${version}`}
        backHref={backHref}
        near={[
          { label: "In 1 more week", day: addDays(from, 7) },
          { label: "In 4 more weeks", day: addDays(from, 28) },
          { label: "In 3 more months", day: addMonths(from, 3) },
        ]}
      >
        <p className="govuk-body">{title}</p>
        <p className="govuk-body">
          It is due on <Time day={dueDay} />
          {firstDueDay !== dueDay && (
            <>
              , and was first due on <Time day={firstDueDay} />
            </>
          )}
          . The first date is kept.
        </p>
      </ExtendForm>
    </Main>
  );
}
