import { CaseBanner } from "@/components/cases/case-banner";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { SideNavigation } from "@/components/layout/side-navigation";
import { findCaseFile } from "@/lib/cases/overview/queries";
import { load } from "@/lib/request/load";

/** What stands around the pages of a case. It lets nobody in: for whom the case is not there, nothing stands here. */
export default async function CaseLayout({ params, children }: LayoutProps<"/cases/[ref]">) {
  const { ref } = await params;
  const file = await load((ctx) => findCaseFile(ctx, ref));
  if (!file) return <Main>{children}</Main>;
  return (
    <Main
      back={<BackLink href="/cases">Back to cases</BackLink>}
      banner={<CaseBanner file={file} />}
      side={<SideNavigation label="Parts of this case" sections={[{ items: file.parts }]} />}
    >
      {children}
    </Main>
  );
}
