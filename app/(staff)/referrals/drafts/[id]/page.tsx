import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { type Task, TaskList } from "@/components/ui/task-list";
import { Time } from "@/components/ui/time";
import { viewDraft } from "@/lib/referrals/drafts/queries";
import type { PageState } from "@/lib/referrals/drafts/rules";
import { pageWords } from "@/lib/referrals/pages/rules";
import { openDraft } from "./open-draft";

const statuses: Record<PageState, Task["status"]> = {
  done: { done: "Completed" },
  started: { todo: "In progress", isStarted: true },
  not_started: { todo: "Not started" },
  optional: { todo: "Optional" },
};

export default async function DraftPage({ params }: PageProps<"/referrals/drafts/[id]">) {
  const { id } = await params;
  const draft = await openDraft((ctx) => viewDraft(ctx, id));
  const here = `/referrals/drafts/${id}`;
  const left = draft.pages.filter(({ state }) => state === "started" || state === "not_started");
  const tasks = draft.pages.map(({ page, state }) => ({
    ...pageWords(page, draft.isCall),
    href: `${here}/${page}`,
    status: statuses[state],
  }));
  const files: Task = {
    title: "Files",
    hint: "Up to 10, for example a letter or a screenshot.",
    href: `${here}/files`,
    status: draft.files > 0 ? { done: `${draft.files} attached` } : { todo: "Optional" },
  };

  return (
    <Main back={<BackLink href="/referrals">Back to referrals</BackLink>} width="two-thirds">
      <PageTitle>All parts of your referral</PageTitle>
      <PageHeading>Refer a concern</PageHeading>
      <p className="govuk-body">
        You can answer the pages in any order, and come back later. What you type is saved on the
        server as you go, and only you can see it until you send it.
      </p>
      {draft.savedAt && (
        <p className="govuk-body text-secondary">
          Last saved <Time at={draft.savedAt} />. A draft that nobody changes for 30 days is
          removed.
        </p>
      )}
      <h2 className="govuk-heading-m">Your answers</h2>
      <TaskList tasks={[...tasks, files]} />
      <h2 className="govuk-heading-m">Check and send</h2>
      <p className="govuk-body">
        {left.length === 0
          ? "Every page is finished."
          : `${left.length} ${left.length === 1 ? "page is" : "pages are"} not finished yet. You can check what you have so far.`}
      </p>
      <LinkButton href={`${here}/check`} variant={left.length === 0 ? undefined : "secondary"}>
        Check your answers
      </LinkButton>
      <p className="govuk-body">
        <Link href={`${here}/discard`}>Delete this draft</Link>
      </p>
    </Main>
  );
}
