import { ChangesList } from "@/components/home/changes-list";
import { StepsTable } from "@/components/home/steps-table";
import { WaitingGroups } from "@/components/home/waiting-groups";
import { Main } from "@/components/layout/main";
import { ThreatBanner } from "@/components/threat/threat-banner";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { UnreadCount } from "@/components/ui/text";
import { isDemonstration } from "@/lib/env";
import { shortcuts } from "@/lib/home/labels";
import { viewHome } from "@/lib/home/queries";
import { waitingLabels } from "@/lib/home/waiting/labels";
import type { WaitingGroup } from "@/lib/home/waiting/queries";
import { load } from "@/lib/request/load";
import { findThreatLevel } from "@/lib/threat/queries";
import { NoticesForm } from "./notices-form";

const labelled = (group: WaitingGroup) => ({ ...group, ...waitingLabels[group.kind] });

export default async function HomePage() {
  const { home, level } = await load(async (ctx) => ({
    home: await viewHome(ctx),
    level: await findThreatLevel(ctx),
  }));
  const { role, today, since, waiting, toRead, steps, changes, notices, unread } = home;
  const links = role === "system" ? [] : (shortcuts[role] ?? []);
  return (
    <Main>
      <PageTitle>Home</PageTitle>
      <PageHeading>Your work</PageHeading>
      {level && <ThreatBanner level={level} />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 desktop:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div>
          <h2 className="govuk-heading-m">Waiting for you</h2>
          {waiting.length === 0 && (
            <p className="govuk-body">Nothing waits for you. New work appears here by itself.</p>
          )}
          <WaitingGroups groups={waiting.map(labelled)} today={today} />
          <StepsTable steps={steps} />
          {links.length > 0 && (
            <ul className="govuk-list">
              {links.map(({ href, text }) => (
                <li key={href}>
                  <Link href={href}>{text}</Link>
                </li>
              ))}
            </ul>
          )}
          {toRead.length > 0 && <h2 className="govuk-heading-m">For you to read</h2>}
          <WaitingGroups groups={toRead.map(labelled)} today={today} />
        </div>
        <div>
          <h2 className="govuk-heading-m">
            News for you <UnreadCount count={unread} />
          </h2>
          <NoticesForm
            notices={notices.map((notice) => ({ ...notice, isRead: !!notice.readAt }))}
          />
          <ChangesList changes={changes} since={since} />
          <p className="govuk-body">
            <Link href="/home/absence">Cover while you are away</Link>
          </p>
          {isDemonstration() && (
            <p className="govuk-body">
              <Link href="/messages">Emails of the demonstration</Link>
            </p>
          )}
        </div>
      </div>
    </Main>
  );
}
